package vn.nhip.web.page;

/** A page that says one thing: an error, or that something is not there; {@code number} names it in the log. */
public record Notice(String title, String text, String number) {}
