package vn.nhip.export;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Unit;

/** The tables that say where numbers come from: channels, reconciliation, freshness of accounts. */
final class SourceTables {

    static final String CHANNELS = "tblChannels";
    static final String RECONCILIATION = "tblReconciliation";
    static final String SOURCES = "tblSources";

    private final Words words;

    SourceTables(Words words) {
        this.words = words;
    }

    Table channels() {
        List<Table.Column> columns = List.of(
                words.column("channels.month", 13),
                words.column("channels.channel", 28),
                words.column("channels.cost", 18),
                words.column("channels.leads", 16),
                words.column("channels.customers", 16),
                words.column("channels.net", 20));
        return Table.of(
                CHANNELS,
                columns,
                words.report.channels().stream()
                        .map(row -> List.of(
                                Value.day(Optional.of(row.month().atDay(1))),
                                Value.text(row.channel()),
                                words.in(row.cost(), Unit.MONEY),
                                words.in(row.leads(), Unit.COUNT),
                                words.in(row.customers(), Unit.COUNT),
                                words.in(row.net(), Unit.MONEY)))
                        .toList());
    }

    Table reconciliation() {
        List<Table.Column> columns = List.of(
                words.column("reconciliation.month", 13),
                words.column("reconciliation.account", 24),
                words.column("reconciliation.currency", 10),
                words.column("reconciliation.records", 12),
                words.column("reconciliation.net", 20),
                words.column("reconciliation.counted", 14),
                words.column("reconciliation.counted-net", 20),
                words.column("reconciliation.duplicates", 14),
                words.column("reconciliation.difference", 20));
        return Table.of(
                RECONCILIATION,
                columns,
                words.report.reconciliation().stream()
                        .map(SourceTables::reconciliation)
                        .toList());
    }

    private static List<Value> reconciliation(Report.Reconciliation row) {
        String money = Numbers.formatCode(Currency.getInstance(row.currency()));
        return List.of(
                Value.day(Optional.of(row.month().atDay(1))),
                Value.text(row.account()),
                Value.text(row.currency()),
                Value.count(row.records()),
                Value.number(Optional.of(row.net()), money),
                Value.count(row.counted()),
                Value.number(Optional.of(row.countedNet()), money),
                Value.count(row.duplicates()),
                Value.number(Optional.of(row.difference()), money));
    }

    Table sources() {
        List<Table.Column> columns = List.of(
                words.column("sources.account", 20),
                words.column("sources.title", 28),
                words.column("sources.connector", 14),
                words.column("sources.last-success", 18),
                words.column("sources.complete-through", 15),
                words.column("sources.records", 14),
                words.column("sources.quarantined", 14),
                words.column("sources.last-error", 60));
        return Table.of(
                SOURCES,
                columns,
                words.report.sources().stream()
                        .map(row -> List.of(
                                Value.text(row.account()),
                                Value.text(row.title()),
                                Value.text(row.connector()),
                                Value.moment(row.lastSuccess().map(words::local)),
                                Value.day(row.completeThrough()),
                                Value.count(row.records().orElseThrow()),
                                Value.count(row.quarantined()),
                                Value.prose(row.lastError())))
                        .toList());
    }
}
