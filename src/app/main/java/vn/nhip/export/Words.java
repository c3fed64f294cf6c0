package vn.nhip.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Unit;

/** A report together with the words, numbers and lookups that every sheet of it needs. */
final class Words {

    final Report report;
    final Labels labels;
    final Numbers numbers;
    final Reasons reasons;
    private final Map<String, Report.KpiLine> lines = new HashMap<>();

    Words(Report report) {
        this.report = report;
        this.labels = Labels.of(report.business().language());
        this.numbers = Numbers.of(labels, report.business().currency());
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        report.kpis().forEach(line -> {
            lines.put(line.kpi().id(), line);
            kpis.put(line.kpi().id(), line.kpi());
        });
        this.reasons = new Reasons(labels, numbers, new Catalogue(Map.of(), kpis));
    }

    Report.KpiLine line(String kpi) {
        return Optional.ofNullable(lines.get(kpi)).orElseThrow(() -> new ExportException("error.unknown-kpi", kpi));
    }

    String nameOf(Report.KpiLine line) {
        return line.name(labels);
    }

    LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, report.business().zone());
    }

    Value in(Optional<BigDecimal> value, Unit unit) {
        return Value.number(value, numbers.formatCode(unit));
    }

    Table.Column column(String key, int width) {
        return new Table.Column(labels.text(key), width);
    }

    static String joined(List<String> parts) {
        return String.join(", ", parts);
    }
}
