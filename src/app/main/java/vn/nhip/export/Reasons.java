package vn.nhip.export;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Texts;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.Reason;
import vn.nhip.spi.Grain;

/**
 * Says in plain sentences why a value is undefined or what to know about it, and what to do.
 *
 * <p>Shape of a reason: {@code code} or {@code code: detail}, several joined by {@code "; "}; text that is no known
 * code is shown as it stands.
 */
public final class Reasons {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final Labels labels;
    private final Numbers numbers;
    private final Catalogue catalogue;

    public Reasons(Labels labels, Numbers numbers, Catalogue catalogue) {
        this.labels = labels;
        this.numbers = numbers;
        this.catalogue = catalogue;
    }

    /** All that is to be said about a value; empty when there is nothing. */
    public String say(KpiValue value) {
        Optional<Texts> alternative = catalogue.findKpi(value.kpi()).flatMap(kpi -> Reason.label(kpi, value));
        return Stream.concat(
                        alternative.map(labels::text).map(this::sentence).stream(),
                        parts(value.reason())
                                .filter(part -> !part.startsWith("alternative:"))
                                .map(this::part))
                .collect(Collectors.joining(" "));
    }

    public String say(String reason) {
        return parts(reason).map(this::part).collect(Collectors.joining(" "));
    }

    private static Stream<String> parts(String reason) {
        return Arrays.stream(reason.split("; ", -1)).filter(part -> !part.isBlank());
    }

    private String sentence(String label) {
        return labels.text("reason.alternative", label);
    }

    private String part(String reason) {
        int colon = reason.indexOf(':');
        String code = (colon < 0 ? reason : reason.substring(0, colon)).strip();
        String detail = colon < 0 ? "" : reason.substring(colon + 1).strip();
        String plain = "reason." + code;
        String detailed = plain + ".detail";
        if (!detail.isEmpty() && labels.has(detailed)) {
            return labels.text(detailed, words(detail));
        }
        return labels.has(plain) ? labels.text(plain) : reason;
    }

    private String words(String detail) {
        return Arrays.stream(detail.split(" ", -1)).map(this::word).collect(Collectors.joining(" "));
    }

    private String word(String token) {
        if (DAY.matcher(token).matches()) {
            return numbers.day(LocalDate.parse(token));
        }
        if (MONTH.matcher(token).matches()) {
            YearMonth month = YearMonth.parse(token);
            return numbers.period(Grain.MONTH, month.atDay(1));
        }
        String fact = "fact." + token;
        return labels.has(fact)
                ? labels.text(fact)
                : catalogue
                        .findKpi(token)
                        .map(kpi -> "\"" + labels.text(kpi.name()) + "\"")
                        .orElse(token);
    }
}
