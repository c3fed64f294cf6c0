package vn.nhip.cli;

import java.io.PrintWriter;
import java.util.Map;
import vn.nhip.spi.Page;

/** What first pages of a source's streams gave: counts, five facts, and why records could not be read. */
record PagesText(PrintWriter out) {

    private static final int SHOWN = 5;

    /** Prints them; whether every record could be read. */
    boolean show(Map<String, Page> pages) {
        pages.forEach(this::show);
        return pages.values().stream().allMatch(page -> page.rejected().isEmpty());
    }

    private void show(String stream, Page page) {
        Page.Counts counts = page.counts();
        out.printf(
                "%s: %d records read, %d gave facts, %d left out, %d rejected%s%n",
                stream,
                counts.read(),
                counts.mapped(),
                counts.filtered(),
                page.rejected().size(),
                page.next().isPresent() ? "; there is a next page" : "");
        page.facts().stream().limit(SHOWN).forEach(fact -> out.println("  " + fact.at() + ": " + fact.fact()));
        page.rejected().stream()
                .limit(SHOWN)
                .forEach(row -> out.println("  " + row.at() + ", " + row.field() + ": " + row.reason()));
    }
}
