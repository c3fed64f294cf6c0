package vn.nhip.web.page;

import java.util.List;
import java.util.Optional;
import vn.nhip.app.PeriodName;
import vn.nhip.catalogue.Kpi;
import vn.nhip.export.Firmness;
import vn.nhip.export.Report;
import vn.nhip.export.Scorecard;
import vn.nhip.kpi.KpiValue;

/** One KPI on the dashboard. */
record Card(
        String name,
        String address,
        String lineage,
        String value,
        String period,
        Optional<Change> alike,
        String alikeTo,
        Optional<Change> year,
        Optional<Sparkline> line,
        String target,
        Optional<TargetBar> bar,
        Optional<TargetBar> running,
        String status,
        String statusTone,
        State state,
        String incident,
        String owner,
        String note,
        boolean restated) {

    private static final int SHOWN_DAYS = 30;
    private static final int SHOWN_PERIODS = 26;

    /** One of three states, and behind it the finer one. */
    record State(String id, String text, String finer) {}

    static Card of(Scorecard.Line line, List<KpiValue> series, Troubles troubles, Wording words) {
        Kpi kpi = line.kpi().kpi();
        Optional<KpiValue> now = line.current();
        Optional<KpiValue> running = running(series);
        return new Card(
                line.kpi().name(words.labels()),
                "/kpi/" + kpi.id(),
                now.map(value -> "/kpi/" + kpi.id() + "/" + new PeriodName(value.grain(), value.start()).text())
                        .orElse(""),
                words.value(now.flatMap(KpiValue::value), kpi.unit()),
                now.map(value -> words.period(value.grain(), value.start())).orElse(""),
                Change.of(line.sinceAlike(), kpi.good(), words),
                words.text("web.alike."
                        + now.map(KpiValue::grain).orElse(kpi.cadence()).id()),
                Change.of(line.sinceYear(), kpi.good(), words),
                Sparkline.of(shown(series, kpi)),
                line.target()
                        .map(target -> words.numbers().value(target, kpi.unit()))
                        .orElse(""),
                TargetBar.whole(line.targetShare(), words),
                running.flatMap(value -> TargetBar.running(
                        kpi, value, line.kpi().choice().target(value.start()), troubles.pace(kpi), words)),
                words.text("status." + id(line.status())),
                id(line.status()),
                state(line.kpi(), now, troubles, words),
                troubles.incident(kpi).map(found -> "/incidents/" + found.id()).orElse(""),
                line.kpi().choice().owner().orElse(""),
                now.map(words::because).orElseGet(() -> words.because("no-data")),
                now.filter(value -> value.standing().state() == KpiValue.State.RESTATED)
                        .isPresent());
    }

    static State state(Report.KpiLine line, Optional<KpiValue> value, Troubles troubles, Wording words) {
        boolean moved = troubles.incident(line.kpi()).isPresent();
        String id = (moved ? Firmness.NEEDS_YOU : Firmness.of(line, value, troubles.failing())).id();
        return new State(
                id,
                words.text("web.state." + id),
                value.map(now -> finer(now, words)).orElse(""));
    }

    /** How firm a value is in all words: what the workbook says, and through which day its sources are complete. */
    static String finer(KpiValue value, Wording words) {
        String state =
                value.standing().partial() ? "running" : id(value.standing().state());
        return words.text("state." + state)
                + value.standing()
                        .completeThrough()
                        .map(day -> " · "
                                + words.text(
                                        "web.complete-through", words.numbers().day(day)))
                        .orElse("");
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Optional<KpiValue> running(List<KpiValue> series) {
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(series.get(series.size() - 1))
                        .filter(value -> value.standing().partial());
    }

    private static List<KpiValue> shown(List<KpiValue> series, Kpi kpi) {
        int most = kpi.cadence() == vn.nhip.spi.Grain.DAY ? SHOWN_DAYS : SHOWN_PERIODS;
        return series.subList(Math.max(0, series.size() - most), series.size());
    }
}
