package vn.nhip.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.spi.FactKind;

class CatalogueFilesTest {

    private static final String METRICS =
            """
            metrics:
              orders.net: {fact: order, measure: net, by: [channel]}
              orders.web: {fact: order, measure: count, where: {channel: [web]}}
              orders.all: {fact: order, measure: count, by: [channel]}
              buyers:     {fact: order, measure: buyers}
              sessions:   {fact: traffic-day, measure: sessions}
              day-users:  {fact: traffic-day, measure: users}
              refunds:    {fact: refund, measure: amount, by: [channel]}
            """;

    private static final String KPI =
            """
            kpis:
              own:
                version: 1
                name: {vi: "Của tôi", en: "My own"}
                cadence: day
                grains: [day, week]
                unit: money
                good: up
                formula: {sum: orders.net - (refunds)}
                dimensions: [channel]
                definition: {vi: "một", en: "one"}
                guide:
                  purpose: {vi: "để làm gì", en: "what for"}
                  how-to-track: {vi: "cách đo", en: "how"}
                  actions: [{when: drop, do: {vi: "làm", en: "do"}}]
            """;

    @Test
    void readsMetricsAndFormulas() {
        Catalogue catalogue = load(KPI);
        assertThat(catalogue.metrics().get("orders.web"))
                .isEqualTo(new Metric(
                        "orders.web",
                        FactKind.ORDER,
                        "count",
                        Map.of("channel", Set.of("web")),
                        List.of(),
                        Unit.COUNT));
        assertThat(catalogue.findKpi("own").orElseThrow().formula())
                .isEqualTo(new Formula.Sum(List.of(new Formula.Terms(
                        Formula.When.ALWAYS,
                        List.of(new Formula.Term("orders.net", false), new Formula.Term("refunds", true, true)),
                        Optional.empty()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    version: 1                        | \\0                          | kpis.yaml:4:5: 'version' is missing
                    version: 1                        | version: none                | kpis.yaml:3:14: expected a whole number, not 'none'
                    version: 1                        | version: 0                   | kpis.yaml:3:14: expected 1 or more, not 0
                    cadence: day                      | cadence: month               | kpis.yaml:6:13: the cadence 'month' is not among the grains
                    orders.net - (refunds)            | orders.nett - (refunds)      | kpis.yaml:9:14: there is no metric 'orders.nett'
                    orders.net - (refunds)            | orders.net (refunds)         | kpis.yaml:9:20: expected metrics joined by ' + ' or ' - ', not 'orders.net (refunds)'
                    orders.net - (refunds)            | orders.net -                 | kpis.yaml:9:20: a metric is missing at the end of 'orders.net -'
                    orders.net - (refunds)            | orders.net + orders.all      | kpis.yaml:9:14: different units cannot be added: orders.net orders.all
                    orders.net - (refunds)            | buyers                       | kpis.yaml:9:14: 'buyers' is a unique count; use distinct
                    orders.net - (refunds)            | day-users                    | kpis.yaml:9:14: 'day-users' is known for single days only; leave week and month out
                    orders.net - (refunds)            | orders.web                   | kpis.yaml:9:14: the formula does not give the unit money
                    {sum: orders.net - (refunds)}     | {average: orders.net}        | kpis.yaml:9:14: a formula has exactly one of these keys
                    {sum: orders.net - (refunds)}     | {distinct: orders.net}       | kpis.yaml:9:14: 'orders.net' is no unique count; use sum
                    {sum: orders.net - (refunds)}     | {model: guess}               | kpis.yaml:9:22: model 'guess' is not known
                    {sum: orders.net - (refunds)}     | {derived: nothing + 1}       | kpis.yaml:9:14: there is no KPI 'nothing'
                    {sum: orders.net - (refunds)}     | {derived: 1 +}               | kpis.yaml:9:24: the expression cannot be read
                    {sum: orders.net - (refunds)}     | {derived: own + 1}           | kpis.yaml:9:14: 'own' is part of itself: own → own
                    {sum: orders.net - (refunds)}     | {retention: {kind: kept, window: 0}} | kpis.yaml:9:47: a window has 1 to 3660 days, not 0
                    dimensions: [channel]             | dimensions: [channel, product] | kpis.yaml:10:17: 'product' is not offered by orders.net, refunds
                    en: "one"                         | en: ""                       | kpis.yaml:11:33: the text in 'en' is empty
                    , en: "My own"                    | \\0                          | kpis.yaml:4:11: the text in 'en' is missing
                    good: up                          | good: sideways               | kpis.yaml:8:11: 'sideways' is not one of up, down, neutral
                    good: up                          | godd: up                     | kpis.yaml:8:5: 'godd' is not known here
                    when: drop                        | when: never                  | kpis.yaml:15:24: 'never' is not one of drop, rise, below-target, rise-without-result
                    version: 1                        | "version: 1\\n    variant-of: other" | kpis.yaml:4:17: there is no KPI 'other'
                    """)
    void namesPlaceAndReason(String good, String bad, String problem) {
        String broken = bad.equals("\\0") ? "" : bad.replace("\\n", "\n");
        assertThat(problems(KPI.replace(good, broken))).anyMatch(found -> found.startsWith(problem));
    }

    @Test
    void refusesARatioOfDifferentScopes() {
        String ratio =
                KPI.replace("{sum: orders.net - (refunds)}", "{ratio: {numerator: orders.all, denominator: sessions}}");
        assertThat(problems(ratio))
                .contains("kpis.yaml:9:14: the two sides have different scope: numerator business; denominator web");
        assertThat(problems(ratio.replace("orders.all", "orders.web")
                        .replace("unit: money", "unit: ratio")
                        .replace("dimensions: [channel]", "")))
                .isEmpty();
    }

    @Test
    void findsACycleOverSeveralKpis() {
        String second = KPI.substring(KPI.indexOf("  own:"))
                .replace("own:", "other:")
                .replace("Của tôi", "Khác")
                .replace("My own", "Other")
                .replace("{sum: orders.net - (refunds)}", "{derived: own * 2}")
                .replace("dimensions: [channel]", "");
        String both = KPI.replace("{sum: orders.net - (refunds)}", "{derived: other * 2}")
                        .replace("dimensions: [channel]", "")
                + second;
        assertThat(problems(both)).anyMatch(found -> found.contains("'own' is part of itself: own → other → own"));
    }

    @Test
    void tellsAllProblemsOfAllFilesAtOnce() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a.yaml", METRICS.replace("measure: net", "measure: nett").replace("[web]", "[]"));
        files.put("b.yaml", KPI.replace("version: 1", "version: x").replace("good: up", "good: x"));
        files.put("c.yaml", "kpis: [");
        YamlException refused = catchThrowableOfType(YamlException.class, () -> CatalogueFiles.parse(files));
        assertThat(refused.problems()).hasSize(5);
        assertThat(refused.problems().get(0)).startsWith("c.yaml:1:8: is no valid YAML");
    }

    @Test
    void refusesTheSameIdInTwoFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("metrics.yaml", METRICS);
        files.put("kpis.yaml", KPI);
        files.put("more.yaml", KPI);
        assertThat(catchThrowableOfType(YamlException.class, () -> CatalogueFiles.parse(files))
                        .problems())
                .containsExactly("more.yaml:3:5: 'own' is defined already at kpis.yaml:3:5; choose another id");
    }

    @Test
    void aUsersFolderAddsAKpi(@TempDir Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("config/kpis"));
        Files.copy(
                Shipped.ROOT.resolve("config/examples/kpis/cost-per-lead.yaml"), folder.resolve("cost-per-lead.yaml"));
        Catalogue catalogue = CatalogueFiles.read(List.of(Shipped.FOLDER, folder));
        assertThat(catalogue.kpis()).hasSize(Shipped.catalogue().kpis().size() + 1);
        assertThat(catalogue.findKpi("cost-per-lead").orElseThrow().formula())
                .isInstanceOf(Formula.Ratio.class)
                .extracting(Formula::metrics)
                .asInstanceOf(InstanceOfAssertFactories.COLLECTION)
                .containsExactly("ads.cost", "leads.people");
    }

    @Test
    void theActiveWindowFillsFormulasAndTitles() {
        Kpi kpi = CatalogueFiles.read(List.of(Shipped.FOLDER), 120)
                .findKpi("customer-retention-rate")
                .orElseThrow();
        assertThat(kpi.formula())
                .isEqualTo(new Formula.Retention(Formula.Retention.Kind.KEPT, Optional.of(Period.ofDays(120))));
        assertThat(kpi.name().vi()).contains("120 ngày");
        assertThat(kpi.name().en()).contains("120 days");
    }

    private static Catalogue load(String kpis) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("metrics.yaml", METRICS);
        files.put("kpis.yaml", kpis);
        return CatalogueFiles.parse(files);
    }

    private static List<String> problems(String kpis) {
        try {
            load(kpis);
            return List.of();
        } catch (YamlException refused) {
            return refused.problems();
        }
    }
}
