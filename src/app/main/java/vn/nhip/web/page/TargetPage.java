package vn.nhip.web.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.Setup;

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
        String backTest) {

    /** A field for a number, as it is typed. */
    record Field(String name, String label, String value) {}

    record Option(String value, String text, boolean chosen) {}

    public static TargetPage of(Kpi kpi, KpiChoice choice, List<LocalDate> periods, long told, Wording words) {
        Typed typed = new Typed(words.language().equals("vi"), kpi.unit());
        return new TargetPage(
                kpi.id(),
                words.text(kpi.name()),
                words.text("grain." + kpi.cadence().id()),
                words.text("web.target.unit." + Card.id(kpi.unit())),
                new Field(
                        "target",
                        words.text("web.target.always." + kpi.cadence().id()),
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
                departments(choice, words),
                choice.show(),
                choice.watch(),
                words.text("web.target.back-test", words.count(told)));
    }

    /** Those of the guide, and another one where the file names it. */
    private static List<Option> departments(KpiChoice choice, Wording words) {
        String chosen = choice.department().orElse("");
        Stream<String> known = Arrays.stream(Setup.Department.values()).map(Setup.Department::id);
        return Stream.concat(Stream.of("", chosen), known)
                .distinct()
                .map(id -> new Option(id, id.isEmpty() ? "—" : words.department(id), id.equals(chosen)))
                .toList();
    }
}
