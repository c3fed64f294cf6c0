package vn.nhip.web.page;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.nhip.app.HandNumbers;
import vn.nhip.app.TypedNumber;
import vn.nhip.catalogue.Unit;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.metric.Giving;
import vn.nhip.spi.Grain;

/**
 * The numbers of one kind that people type, by month.
 *
 * <p>Shape: {@code columns} are the scores of answers, or the one amount; {@code ignored} when the workspace names other
 * sources for such numbers.
 */
public record NumbersPage(
        List<Option> kinds,
        String kind,
        String title,
        String hint,
        List<String> columns,
        List<Row> rows,
        boolean elsewhere,
        boolean ignored) {

    private static final int WORST = 1;
    private static final int BEST = 5;

    /** One month; {@code others} is what files and other accounts say of it. */
    record Row(String month, List<Cell> cells, String others, String typed) {}

    record Cell(String field, String column, String label, String value) {}

    /** What the page is made of. */
    public record Subject(
            List<HandNumbers.Kind> kinds,
            HandNumbers.Kind kind,
            List<YearMonth> months,
            Map<TypedNumber.Slot, TypedNumber> typed,
            List<Giving.Sum> elsewhere,
            WorkspaceConfig config,
            boolean ignored) {}

    /** What can be typed of a kind. */
    public static List<TypedNumber.Slot> slots(HandNumbers.Kind kind, List<YearMonth> months) {
        return months.stream().flatMap(month -> slots(kind, month).stream()).toList();
    }

    private static List<TypedNumber.Slot> slots(HandNumbers.Kind kind, YearMonth month) {
        return kind.answers()
                ? IntStream.rangeClosed(WORST, BEST)
                        .mapToObj(score -> new TypedNumber.Slot(kind.id(), month, score))
                        .toList()
                : List.of(new TypedNumber.Slot(kind.id(), month, 0));
    }

    public static NumbersPage of(Subject subject, Wording words) {
        HandNumbers.Kind kind = subject.kind();
        return new NumbersPage(
                subject.kinds().stream()
                        .map(one -> new Option(one.id(), name(one, words), one.equals(kind)))
                        .toList(),
                kind.id(),
                name(kind, words),
                hint(subject, words),
                slots(kind, subject.months().get(0)).stream()
                        .map(slot -> column(slot, words))
                        .toList(),
                subject.months().stream()
                        .map(month -> row(month, subject, words))
                        .toList(),
                !subject.elsewhere().isEmpty(),
                subject.ignored());
    }

    /** The user's own metrics have no name but their id. */
    private static String name(HandNumbers.Kind kind, Wording words) {
        String key = "web.number." + kind.id();
        return words.labels().has(key) ? words.text(key) : kind.id();
    }

    private static String hint(Subject subject, Wording words) {
        if (subject.kind().answers()) {
            return words.text("web.numbers.answers");
        }
        return subject.kind().unit() == Unit.MONEY
                ? words.text(
                        "web.numbers.money",
                        subject.config().calendar().currency().getCurrencyCode())
                : words.text(subject.kind().unit() == Unit.RATIO ? "web.numbers.ratio" : "web.numbers.count");
    }

    private static String column(TypedNumber.Slot slot, Wording words) {
        return slot.score() == 0
                ? words.text("overview.value")
                : words.text("web.numbers.score", Integer.toString(slot.score()));
    }

    private static Row row(YearMonth month, Subject subject, Wording words) {
        List<TypedNumber.Slot> slots = slots(subject.kind(), month);
        String name = words.period(Grain.MONTH, month.atDay(1));
        String others = subject.elsewhere().stream()
                .filter(sum -> sum.month().equals(month))
                .map(sum -> words.text(
                        "web.numbers.other", title(sum, subject.config()), words.amount(sum.value(), sum.currency())))
                .collect(Collectors.joining("; "));
        String typed = slots.stream()
                .map(subject.typed()::get)
                .filter(Objects::nonNull)
                .map(number -> words.text("web.numbers.by", number.by(), words.moment(Optional.of(number.at()))))
                .distinct()
                .collect(Collectors.joining("; "));
        return new Row(
                name,
                slots.stream().map(slot -> cell(slot, name, subject, words)).toList(),
                others,
                typed);
    }

    private static String title(Giving.Sum sum, WorkspaceConfig config) {
        return config.findAccount(sum.account())
                .map(WorkspaceConfig.AccountConfig::title)
                .orElse(sum.account());
    }

    private static Cell cell(TypedNumber.Slot slot, String month, Subject subject, Wording words) {
        Typed typed = new Typed(
                words.labels().language() == WorkspaceConfig.Language.VI,
                subject.kind().unit());
        String label = month + (slot.score() == 0 ? "" : ", " + column(slot, words));
        return new Cell(
                "n-" + slot.month() + "-" + slot.score(),
                column(slot, words),
                label,
                Optional.ofNullable(subject.typed().get(slot))
                        .map(number -> typed.shown(number.value()))
                        .orElse(""));
    }
}
