package vn.nhip.web.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Texts;
import vn.nhip.catalogue.Unit;
import vn.nhip.config.Setup;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.export.Labels;
import vn.nhip.export.Numbers;
import vn.nhip.export.Reasons;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** Words, numbers, days and reasons in the language of the person who looks. */
public final class Wording {

    private static final String NOTHING = "—";

    private final Labels labels;
    private final Numbers numbers;
    private final Reasons reasons;
    private final ZoneId zone;

    private Wording(Labels labels, Numbers numbers, Reasons reasons, ZoneId zone) {
        this.labels = labels;
        this.numbers = numbers;
        this.reasons = reasons;
        this.zone = zone;
    }

    public static Wording of(Language language, WorkspaceConfig config, Catalogue catalogue) {
        Labels labels = Labels.of(language);
        Numbers numbers = Numbers.of(labels, config.calendar().currency());
        return new Wording(
                labels,
                numbers,
                new Reasons(labels, numbers, catalogue),
                config.calendar().zone());
    }

    public Labels labels() {
        return labels;
    }

    Numbers numbers() {
        return numbers;
    }

    public String text(String key, String... arguments) {
        return labels.text(key, arguments);
    }

    String text(Texts texts) {
        return labels.text(texts);
    }

    /** A department of the guide by its id; another one as it is written. */
    String department(String id) {
        for (Setup.Department department : Setup.Department.values()) {
            if (department.id().equals(id)) {
                return text(department.label());
            }
        }
        return id;
    }

    /** The code of the language, for {@code lang}. */
    String language() {
        return labels.language().name().toLowerCase(Locale.ROOT);
    }

    String value(Optional<BigDecimal> value, Unit unit) {
        return value.map(number -> numbers.value(number, unit)).orElse(NOTHING);
    }

    /** An amount in its own currency, or a count where there is none. */
    String amount(BigDecimal amount, String currency) {
        return currency.isEmpty() ? numbers.count(amount) : numbers.money(amount, Currency.getInstance(currency));
    }

    String change(Optional<BigDecimal> ratio) {
        return ratio.map(numbers::change).orElse(NOTHING);
    }

    String period(Grain grain, LocalDate start) {
        return numbers.period(grain, start);
    }

    String day(Optional<LocalDate> day) {
        return day.map(numbers::day).orElse(NOTHING);
    }

    String moment(Optional<Instant> instant) {
        return instant.map(at -> numbers.moment(at, zone)).orElse(NOTHING);
    }

    String count(long count) {
        return numbers.count(count);
    }

    String because(KpiValue value) {
        return reasons.say(value);
    }

    String because(String reason) {
        return reasons.say(reason);
    }
}
