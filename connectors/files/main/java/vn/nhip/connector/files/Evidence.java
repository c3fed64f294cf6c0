package vn.nhip.connector.files;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the values of one column prove: which ways of reading numbers or dates fit all of them. */
record Evidence(List<@Nullable Object> values) {

    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
    private static final Pattern ENGLISH = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})*(\\.\\d+)?");
    private static final Pattern VIETNAMESE = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})*(,\\d+)?");
    private static final Pattern VIETNAMESE_PLAIN = Pattern.compile("[-+]?\\d+(,\\d+)?");

    private static final List<String> DAYS =
            List.of("yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "yyyy/MM/dd", "yyyyMMdd");
    private static final List<String> TIMES = List.of("", " HH:mm", " HH:mm:ss", "'T'HH:mm:ss");

    /** The texts that are not blank. */
    private List<String> texts() {
        return values.stream()
                .filter(String.class::isInstance)
                .map(value -> ((String) value).strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    boolean hasBlanks() {
        return values.stream()
                .anyMatch(value -> value == null || value.toString().isBlank());
    }

    boolean isNumberCells() {
        return texts().isEmpty() && values.stream().anyMatch(BigDecimal.class::isInstance);
    }

    boolean isDateCells() {
        return texts().isEmpty() && values.stream().anyMatch(LocalDateTime.class::isInstance);
    }

    /** True when every text is digits with the marks that numbers have. */
    boolean looksLikeNumbers() {
        return !numberShapes().isEmpty();
    }

    /** The declared shapes that read all texts; two that read the same numbers count as one. */
    List<String> numberShapes() {
        if (isNumberCells()) {
            return List.of("1234.56");
        }
        List<String> texts = texts();
        if (texts.isEmpty()) {
            return List.of();
        }
        boolean whole = texts.stream().allMatch(text -> text.matches("[-+]?\\d+"));
        if (whole) {
            return List.of("1234.56");
        }
        boolean english = fit(texts, PLAIN) || fit(texts, ENGLISH);
        boolean vietnamese = fit(texts, VIETNAMESE) || fit(texts, VIETNAMESE_PLAIN);
        return Stream.of(english ? (fit(texts, PLAIN) ? "1234.56" : "1,234.56") : "", vietnamese ? "1.234,56" : "")
                .filter(shape -> !shape.isEmpty())
                .toList();
    }

    /** The patterns that read all texts as days, or as days with a time. */
    List<String> datePatterns() {
        if (isDateCells()) {
            return List.of("yyyy-MM-dd HH:mm:ss");
        }
        List<String> texts = texts();
        return texts.isEmpty()
                ? List.of()
                : DAYS.stream()
                        .flatMap(day -> TIMES.stream().map(time -> day + time))
                        .filter(pattern -> texts.stream().allMatch(formatter(pattern)::fits))
                        .toList();
    }

    /** The shapes that read most of the texts, where a typing error keeps every one from reading all of them. */
    List<String> usualNumberShapes() {
        List<String> shapes = new ArrayList<>();
        if (most(PLAIN) || most(ENGLISH)) {
            shapes.add(most(ENGLISH) ? "1,234.56" : "1234.56");
        }
        if (most(VIETNAMESE) || most(VIETNAMESE_PLAIN)) {
            shapes.add("1.234,56");
        }
        return shapes;
    }

    /** The same of days. */
    List<String> usualDatePatterns() {
        return DAYS.stream()
                .flatMap(day -> TIMES.stream().map(time -> day + time))
                .filter(pattern -> most(formatter(pattern)::fits))
                .toList();
    }

    private boolean most(Pattern pattern) {
        return most(text -> pattern.matcher(text).matches());
    }

    private boolean most(Predicate<String> fits) {
        List<String> texts = texts();
        return texts.stream().filter(fits).count() * 2 > texts.size();
    }

    private static boolean fit(List<String> texts, Pattern pattern) {
        return texts.stream().allMatch(text -> pattern.matcher(text).matches());
    }

    private static DatePattern formatter(String pattern) {
        return new DatePattern(DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT));
    }

    private record DatePattern(DateTimeFormatter formatter) {
        boolean fits(String text) {
            try {
                formatter.parse(text);
                return true;
            } catch (DateTimeException notThis) {
                return false;
            }
        }
    }
}
