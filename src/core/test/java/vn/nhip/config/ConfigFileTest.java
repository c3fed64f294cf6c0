package vn.nhip.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.catalogue.Shipped;
import vn.nhip.catalogue.Texts;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlFile;
import vn.nhip.spi.FactKind;

class ConfigFileTest {

    private static final Path EXAMPLE = Shipped.ROOT.resolve("config/nhip.yaml");

    private static final String SMALL =
            """
            workspace: shop
            name: "Cửa hàng"
            zone: Asia/Ho_Chi_Minh
            currency: VND
            language: vi
            """;

    @Test
    void theAnnotatedExampleIsRight() {
        WorkspaceConfig config = ConfigFile.read(EXAMPLE);
        assertThatCode(() -> ConfigFile.check(EXAMPLE, Shipped.catalogue())).doesNotThrowAnyException();
        assertThat(config.calendar())
                .isEqualTo(new WorkspaceConfig.Calendar(
                        ZoneId.of("Asia/Ho_Chi_Minh"),
                        Currency.getInstance("VND"),
                        Optional.of(LocalDate.of(2024, 1, 1)),
                        Optional.of(YearMonth.of(2026, 10)),
                        90));
        assertThat(config.accounts().keySet()).containsExactly("pos", "web", "ads-usd", "site");
        assertThat(config.findAccount("site").orElseThrow().connection()).contains("google");
        assertThat(config.findAccount("pos").orElseThrow().zone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(config.findAccount("ads-usd").orElseThrow().currency()).isEqualTo(Currency.getInstance("USD"));
        assertThat(config.sourcesOfTruth()).containsEntry(FactKind.ORDER, List.of("pos", "web"));
        assertThat(config.choice("conversion-rate").target()).contains(new BigDecimal("0.025"));
        assertThat(config.choice("email-open-rate").show()).isFalse();
        assertThat(config.choice("new-customers")).isEqualTo(KpiChoice.DEFAULT);
        assertThat(config.setup().orElseThrow().goals())
                .containsExactly(Setup.Goal.GROW_REVENUE, Setup.Goal.SATISFY_CUSTOMERS);
    }

    @Test
    void readsTheSmallestFile() {
        WorkspaceConfig config = ConfigFile.parse("nhip.yaml", SMALL);
        assertThat(config.accounts()).isEmpty();
        assertThat(config.setup()).isEmpty();
        assertThat(config.sample()).isFalse();
        assertThat(config.calendar().historyCompleteSince()).isEmpty();
    }

    @Test
    void tellsAllProblemsAtOnceWithTheirPlaces() {
        String text = SMALL.replace("shop", "Shop 1").replace("VND", "ĐỒNG").replace("Asia/Ho_Chi_Minh", "Hanoi")
                + """
                  sampel: true
                  history-complete-since: 01/01/2024
                  books-closed-through: 2026-13
                  active-window-days: 0
                  setup: {goal: rich, industry: retail, departments: [marketing, cooking]}
                  sources-of-truth: {order: [pos], orders: [pos]}
                  kpis:
                    sales: {target: 1e30}
                    leads: {show: maybe}
                  """;
        assertThat(problems(text))
                .containsExactlyInAnyOrder(
                        "nhip.yaml:6:1: 'sampel' is not known here; known: workspace, name, zone, currency, language, sample, history-complete-since, books-closed-through, active-window-days, setup, accounts, sources-of-truth, kpis, nightly, sync, export, notices",
                        "nhip.yaml:1:12: expected lower-case words with hyphens, not 'Shop 1'",
                        "nhip.yaml:3:7: expected a time zone like Asia/Ho_Chi_Minh, not 'Hanoi'",
                        "nhip.yaml:4:11: expected an ISO currency like VND, not 'ĐỒNG'",
                        "nhip.yaml:7:25: expected a day as yyyy-mm-dd, not '01/01/2024'",
                        "nhip.yaml:8:23: expected a month as yyyy-mm, not '2026-13'",
                        "nhip.yaml:9:21: a window has 1 to 3660 days, not 0",
                        "nhip.yaml:10:15: 'rich' is not one of grow-revenue, win-customers, satisfy-customers, work-efficiently",
                        "nhip.yaml:10:64: 'cooking' is not one of marketing, sales, customer-care, accounting, management, production, human-resources",
                        "nhip.yaml:11:28: there is no account 'pos'",
                        "nhip.yaml:11:34: 'orders' is not one of traffic-day, traffic-users, ad-day, email-campaign, lead, order, refund, customer, ledger-entry, survey-answer, exchange-rate, metric-day",
                        "nhip.yaml:13:19: a target has at most 15 digits and 6 decimals",
                        "nhip.yaml:14:17: expected true or false, not 'maybe'");
    }

    @Test
    void readsWhatHappensUnattendedAndSaysWhatCannotBe() {
        String text = SMALL
                + """
                nightly: {at: "03:30", jitter-minutes: 0}
                sync: {history-months: 13, side-by-side: 4, minutes-per-account: 30}
                export: {folder: morning, format: csv-excel}
                notices: {mail: [a@shop.example, "b@shop.example"], webhook: true}
                """;
        Nights nights = ConfigFile.parse("nhip.yaml", text).nights();
        assertThat(nights)
                .isEqualTo(new Nights(
                        LocalTime.of(3, 30),
                        Duration.ZERO,
                        13,
                        new Nights.Pace(4, Duration.ofMinutes(30)),
                        Optional.of(new Nights.ExportTarget(Path.of("morning"), Nights.Format.CSV_EXCEL)),
                        new Nights.Receivers(List.of("a@shop.example", "b@shop.example"), true)));
        assertThat(ConfigFile.parse("nhip.yaml", SMALL).nights()).isEqualTo(Nights.DEFAULT);

        String wrong = SMALL + "nightly: {at: 25 o'clock, jitter-minutes: 999, often: true}\nexport: {format: doc}\n"
                + "notices: {mail: [\"a@x.example, b@x.example\"], sms: 1}\n";
        YamlException refused = catchThrowableOfType(YamlException.class, () -> ConfigFile.parse("nhip.yaml", wrong));
        assertThat(refused.problems())
                .anyMatch(problem -> problem.contains("a time of day"))
                .anyMatch(problem -> problem.contains("expected 0 to 180, not 999"))
                .anyMatch(problem -> problem.contains("often"))
                .anyMatch(problem -> problem.contains("an e-mail address"))
                .anyMatch(problem -> problem.contains("sms"))
                .anyMatch(problem -> problem.contains("doc"));
    }

    @Test
    void theLimitOfRecordsHeldBackIsAShareOrOff() {
        String account = SMALL + "accounts:\n  pos: {connector: files, held-back-limit: ";
        assertThat(limit(account + "7.5 %}\n").allowed(10_000)).isEqualTo(750);
        assertThat(limit(account + "10%}\n").allowed(100)).isEqualTo(20);
        assertThat(limit(account + "off}\n").allowed(1)).isEqualTo(Long.MAX_VALUE);
        HeldBackLimit usual = limit(SMALL + "accounts:\n  pos: {connector: files}\n");
        assertThat(List.of(usual.allowed(100), usual.allowed(1_000), usual.allowed(1_000_000)))
                .containsExactly(20L, 50L, 1_000L);
        for (String wrong : List.of("0 %", "101 %", "5", "none")) {
            assertThat(problems(account + wrong + "}\n"))
                    .containsExactly(
                            "nhip.yaml:7:44: expected a share of the records like 10 %, or off, not '" + wrong + "'");
        }
    }

    private static HeldBackLimit limit(String text) {
        return ConfigFile.parse("nhip.yaml", text)
                .findAccount("pos")
                .orElseThrow()
                .heldBackLimit();
    }

    @Test
    void namesAnUnknownKpiAndAPercentageWrittenAsANumber() {
        String text = SMALL + "kpis:\n  saless: {target: 1}\n  conversion-rate: {target: 2.5}\n";
        YamlException refused = catchThrowableOfType(
                YamlException.class, () -> ConfigFile.check(YamlFile.read("nhip.yaml", text), Shipped.catalogue()));
        assertThat(refused.problems())
                .containsExactly(
                        "nhip.yaml:7:3: there is no KPI 'saless' in the catalogue",
                        "nhip.yaml:8:29: a ratio is written as 0–1: 25 % is 0.25, not 2.5");
    }

    @Test
    void saysHowToMakeAMissingFile(@TempDir Path home) {
        YamlException refused =
                catchThrowableOfType(YamlException.class, () -> ConfigFile.read(home.resolve("nhip.yaml")));
        assertThat(refused).hasMessageContaining("there is no such file; 'nhip init' makes one");
    }

    @Test
    void whatIsWrittenReadsBackTheSame(@TempDir Path home) {
        for (WorkspaceConfig.Language language : WorkspaceConfig.Language.values()) {
            WorkspaceConfig config = full(language, "Cửa hàng \"Mẫu\" \\ #1: {a}\t\u0085\u200b\n'x' 🎋");
            Path file = home.resolve("config/nhip.yaml");
            ConfigFile.write(file, ConfigText.of(config, Shipped.catalogue(), List.of(new Texts("ghi\nchú", "note"))));
            assertThat(ConfigFile.read(file)).isEqualTo(config);
        }
    }

    @Test
    void theExampleSurvivesRendering() {
        WorkspaceConfig config = ConfigFile.read(EXAMPLE);
        String text = ConfigText.of(config, Shipped.catalogue(), List.of());
        assertThat(ConfigFile.parse("nhip.yaml", text)).isEqualTo(config);
        assertThat(text).contains("  # Doanh số bán hàng, VND mỗi ngày\n  sales:\n");
    }

    private static WorkspaceConfig full(WorkspaceConfig.Language language, String text) {
        Map<String, WorkspaceConfig.AccountConfig> accounts = new LinkedHashMap<>();
        accounts.put(
                "pos",
                new WorkspaceConfig.AccountConfig(
                        "pos",
                        text,
                        "files",
                        ZoneId.of("Europe/London"),
                        Currency.getInstance("GBP"),
                        Map.of("path", text, "pattern", "*.csv")));
        Map<String, KpiChoice> kpis = new LinkedHashMap<>();
        kpis.put(
                "sales",
                new KpiChoice(
                        false, Optional.of("x" + text), Optional.of("sales"), Optional.of(new BigDecimal("1500"))));
        kpis.put("leads", KpiChoice.DEFAULT);
        return new WorkspaceConfig(
                "shop",
                "Tên " + text,
                new WorkspaceConfig.Calendar(
                        ZoneId.of("Asia/Ho_Chi_Minh"),
                        Currency.getInstance("VND"),
                        Optional.of(LocalDate.of(2024, 2, 29)),
                        Optional.of(YearMonth.of(2026, 1)),
                        60),
                language,
                true,
                accounts,
                Map.of(FactKind.ORDER, List.of("pos")),
                kpis,
                Optional.of(new Setup(
                        List.of(Setup.Goal.WORK_EFFICIENTLY),
                        Setup.Industry.SAAS,
                        List.of(Setup.Department.SALES),
                        "",
                        List.of("pos", text))));
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(YamlException.class, () -> ConfigFile.parse("nhip.yaml", text))
                .problems();
    }
}
