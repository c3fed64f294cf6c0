package vn.nhip.config;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.catalogue.Texts;
import vn.nhip.spi.FactKind;

/** One business as its {@code nhip.yaml} describes it; {@code setup} is absent where nobody answered the questions. */
public record WorkspaceConfig(
        String id,
        String name,
        Calendar calendar,
        Language language,
        boolean sample,
        Map<String, AccountConfig> accounts,
        Map<FactKind, List<String>> sourcesOfTruth,
        Map<String, KpiChoice> kpis,
        Optional<Setup> setup,
        Nights nights) {

    /**
     * Business zone and currency, the day from which history is complete, the last month with closed books, and for how
     * many days after an order a customer is active.
     */
    public record Calendar(
            ZoneId zone,
            Currency currency,
            Optional<LocalDate> historyCompleteSince,
            Optional<YearMonth> booksClosedThrough,
            int activeWindowDays) {

        /** With the default active window. */
        public Calendar(
                ZoneId zone,
                Currency currency,
                Optional<LocalDate> historyCompleteSince,
                Optional<YearMonth> booksClosedThrough) {
            this(zone, currency, historyCompleteSince, booksClosedThrough, 90);
        }
    }

    /**
     * One account to read; settings as the connector declares them, file paths relative to the home folder, and the name
     * of the connection that reaches it where the source wants one.
     */
    public record AccountConfig(
            String name,
            String title,
            String connector,
            ZoneId zone,
            Currency currency,
            Map<String, String> settings,
            Optional<String> connection,
            HeldBackLimit heldBackLimit) {

        public AccountConfig {
            settings = Map.copyOf(settings);
        }

        /** Of a source that wants no connection, with the default limit of records held back. */
        public AccountConfig(
                String name,
                String title,
                String connector,
                ZoneId zone,
                Currency currency,
                Map<String, String> settings) {
            this(name, title, connector, zone, currency, settings, Optional.empty(), HeldBackLimit.DEFAULT);
        }
    }

    public enum Language {
        VI,
        EN;

        public String of(Texts texts) {
            return this == VI ? texts.vi() : texts.en();
        }
    }

    public WorkspaceConfig {
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
        sourcesOfTruth = Map.copyOf(sourcesOfTruth);
        kpis = Collections.unmodifiableMap(new LinkedHashMap<>(kpis));
    }

    /** Without the answers of {@code nhip init}. */
    public WorkspaceConfig(
            String id,
            String name,
            Calendar calendar,
            Language language,
            boolean sample,
            Map<String, AccountConfig> accounts,
            Map<FactKind, List<String>> sourcesOfTruth,
            Map<String, KpiChoice> kpis) {
        this(id, name, calendar, language, sample, accounts, sourcesOfTruth, kpis, Optional.empty());
    }

    /** With the default nights. */
    public WorkspaceConfig(
            String id,
            String name,
            Calendar calendar,
            Language language,
            boolean sample,
            Map<String, AccountConfig> accounts,
            Map<FactKind, List<String>> sourcesOfTruth,
            Map<String, KpiChoice> kpis,
            Optional<Setup> setup) {
        this(id, name, calendar, language, sample, accounts, sourcesOfTruth, kpis, setup, Nights.DEFAULT);
    }

    /** What the workspace decided about a KPI, or the default where it decided nothing. */
    public KpiChoice choice(String kpi) {
        return kpis.getOrDefault(kpi, KpiChoice.DEFAULT);
    }

    public Optional<AccountConfig> findAccount(String name) {
        return Optional.ofNullable(accounts.get(name));
    }
}
