package vn.nhip.web.page;

/** The forms in front of the door: login, and the first visit with an invitation; what was wrong is in words. */
public record LoginPage(String name, String wrong, String next) {}
