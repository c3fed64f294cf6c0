package vn.nhip.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nhip.spi.Fact;
import vn.nhip.spi.FactKind;

/**
 * The table of one fact kind: its columns after the common ones, and how a fact fills them in that order.
 *
 * <p>A {@code report} is re-read by days: what a new reading of a day does not name is gone. Other facts are entities,
 * which only their source's word removes.
 */
record FactTable(
        FactKind kind, String name, List<String> columns, boolean report, BiConsumer<Fact, FactValues> binder) {

    static final List<String> COMMON =
            List.of("workspace_id", "account_id", "key", "origin", "version", "hash", "page_id", "at", "live");

    private static final Map<FactKind, FactTable> ALL = FactTables.byKind();

    private static final Map<String, FactTable> BY_NAME =
            ALL.values().stream().collect(Collectors.toUnmodifiableMap(FactTable::name, Function.identity()));

    static FactTable of(FactKind kind) {
        return Objects.requireNonNull(ALL.get(kind), kind::id);
    }

    static FactTable named(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), name);
    }

    static <F extends Fact> FactTable entity(
            FactKind kind, Class<F> type, String columns, BiConsumer<F, FactValues> fill) {
        return table(kind, columns, false, (fact, values) -> fill.accept(type.cast(fact), values));
    }

    static <F extends Fact> FactTable report(
            FactKind kind, Class<F> type, String columns, BiConsumer<F, FactValues> fill) {
        return table(kind, columns, true, (fact, values) -> fill.accept(type.cast(fact), values));
    }

    private static FactTable table(FactKind kind, String columns, boolean report, BiConsumer<Fact, FactValues> fill) {
        String name = "fact_" + kind.id().replace('-', '_');
        return new FactTable(kind, name, Arrays.asList(columns.split(", ", -1)), report, fill);
    }

    /** Where a column stands among the kind's own, or −1. */
    int indexOf(String column) {
        return columns.indexOf(column);
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** Whether keys begin with the day as ISO text, so that days are stretches of keys. */
    boolean keyedByDay() {
        return report && kind != FactKind.TRAFFIC_USERS;
    }
}
