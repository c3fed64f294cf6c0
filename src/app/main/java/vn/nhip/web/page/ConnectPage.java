package vn.nhip.web.page;

import java.util.List;
import vn.nhip.spi.ConnectorSpec;

/**
 * One step of connecting a source.
 *
 * <p>Shape: {@code step} names the step in the template; what belongs to another step is empty.
 */
public record ConnectPage(
        String id,
        String title,
        String address,
        String step,
        String problem,
        String detail,
        String consent,
        Choice choice,
        Review review,
        List<Reading> readings) {

    /** What every step shows. */
    public record Subject(ConnectorSpec spec, String address, String step, String problem, String detail) {}

    /** The accounts that can be taken in, and what only the user knows of them. */
    record Choice(List<Option> options, List<Field> needed, List<Field> more) {

        static final Choice NONE = new Choice(List.of(), List.of(), List.of());
    }

    /** One account of a tree; {@code depth} is at most six, {@code hindrance} says why it cannot be read. */
    record Option(
            String id, String title, int depth, String about, String hindrance, boolean foreign, boolean chosen) {}

    /** Accounts as their source shows them, and what is asked before the first sync. */
    record Review(List<Look> looks, String months, boolean asksSince, String since) {

        static final Review NONE = new Review(List.of(), "", false, "");
    }

    /** One account; zone and currency come with whether the source named them and whether they are the business's. */
    record Look(String name, String title, Said zone, Said currency, List<FactWords.Row> rows, boolean later) {}

    record Said(String value, boolean known, boolean same, String business) {}

    /** One account in its first sync. */
    record Reading(String title, String standing, String tone, String records, String error) {}

    boolean ends() {
        return readings.stream().noneMatch(reading -> reading.tone().equals("running"));
    }
}
