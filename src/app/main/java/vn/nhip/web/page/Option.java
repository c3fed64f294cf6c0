package vn.nhip.web.page;

/** One entry of a select box. */
record Option(String value, String text, boolean chosen) {}
