package vn.nhip.web.page;

import java.util.List;

/** What was found for the words of a search, the best first. */
public record SearchPage(String asked, List<Hit> hits) {

    /** One place to go; {@code kind} says what it is, {@code beside} a little more of it. */
    public record Hit(String kind, String name, String beside, String address) {}
}
