package vn.nhip.web.page;

/** The form of a first visit: {@code first} where nobody has come in yet; what was wrong is in words. */
public record WelcomePage(String name, String wrong, boolean first) {}
