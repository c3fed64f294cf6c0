package vn.nhip.web.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Unit;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.Setup;
import vn.nhip.review.Review;

/** The form for one KPI's target, owner and department. */
public record TargetPage(
        String id,
        String name,
        String cadence,
        String unit,
        Field always,
        List<Field> periods,
        String owner,
        List<Option> departments,
        boolean show,
        boolean watch,
        String backTest,
        List<Decided> history) {

    /** A field for a number, as it is typed. */
    record Field(String name, String label, String value) {}

    record Option(String value, String text, boolean chosen) {}

    /** How often the rule of moves would have told of the KPI, and what was decided about it, newest first. */
    public record Past(long told, List<Review> reviews, Catalogue catalogue) {}

    public static TargetPage of(Kpi kpi, KpiChoice choice, List<LocalDate> periods, Past past, Wording words) {
        Typed typed = new Typed(words.language().equals("vi"), kpi.unit());
        return new TargetPage(
                kpi.id(),
                words.text(kpi.name()),
                words.text("grain." + kpi.cadence().id()),
                words.text("web.target.unit." + Card.id(kpi.unit())),
                new Field(
                        "target",
                        label(kpi, words),
                        choice.target().map(typed::shown).orElse("")),
                periods.stream()
                        .map(start -> new Field(
                                "target-" + start,
                                words.period(kpi.cadence(), start),
                                Optional.ofNullable(choice.targets().get(start))
                                        .map(typed::shown)
                                        .orElse("")))
                        .toList(),
                choice.owner().orElse(""),
                departments(choice.department(), words),
                choice.show(),
                choice.watch(),
                words.text("web.target.back-test", words.count(past.told())),
                past.reviews().stream()
                        .map(review -> Decided.of(review, past.catalogue(), words))
                        .toList());
    }

    /** Of the field for the target of every period. */
    static String label(Kpi kpi, Wording words) {
        String label = words.text("web.target.always." + kpi.cadence().id());
        return kpi.unit() == Unit.RATIO ? label + " (%)" : label;
    }

    /** Those of the guide, and another one where the file names it. */
    static List<Option> departments(Optional<String> department, Wording words) {
        String chosen = department.orElse("");
        Stream<String> known = Arrays.stream(Setup.Department.values()).map(Setup.Department::id);
        return Stream.concat(Stream.of("", chosen), known)
                .distinct()
                .map(id -> new Option(id, id.isEmpty() ? "—" : words.department(id), id.equals(chosen)))
                .toList();
    }
}
