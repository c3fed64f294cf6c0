package vn.nhip.web.page;

import java.util.List;
import java.util.Optional;
import vn.nhip.app.PeriodName;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.handout.ExportLog;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;

/** What became another number since a file was made. */
public record ChangesPage(String file, String at, List<Changed> changes) {

    /** One value; {@code lineage} leads to what it is made of. */
    record Changed(
            String kpi,
            String lineage,
            String period,
            String part,
            String before,
            String after,
            String at,
            String cause) {}

    public static ChangesPage of(
            ExportLog.Handed file, List<KpiValues.Restatement> restated, Catalogue catalogue, Wording words) {
        return new ChangesPage(
                file.name(),
                words.moment(Optional.of(file.at())),
                restated.stream()
                        .flatMap(change ->
                                catalogue.findKpi(change.kpi()).stream().map(kpi -> changed(kpi, change, words)))
                        .toList());
    }

    private static Changed changed(Kpi kpi, KpiValues.Restatement change, Wording words) {
        boolean total = change.of().equals(KpiValue.Breakdown.TOTAL);
        return new Changed(
                words.text(kpi.name()),
                "/kpi/" + kpi.id() + "/" + new PeriodName(change.grain(), change.start()).text(),
                words.period(change.grain(), change.start()),
                total ? "" : change.of().value(),
                words.value(change.before(), kpi.unit()),
                words.value(change.after(), kpi.unit()),
                words.moment(Optional.of(change.at())),
                change.cause());
    }
}
