package vn.nhip.web.page;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;

/** What stands in the fields of one KPI of a proposal: as it is proposed, or as somebody changed it. */
public record Pick(boolean show, String target, String owner, String department) {

    private static final int LONGEST = 80;

    /** What is proposed; a target, owner or department that was set before stays. */
    static Pick proposed(Kpi kpi, KpiChoice proposed, KpiChoice before, Wording words) {
        Typed typed = new Typed(words.language().equals("vi"), kpi.unit());
        return new Pick(
                proposed.show(),
                before.target().or(proposed::target).map(typed::shown).orElse(""),
                before.owner().or(proposed::owner).orElse(""),
                before.department().or(proposed::department).orElse(""));
    }

    /** From the fields of the form by their names. */
    public static Pick sent(Kpi kpi, UnaryOperator<String> field) {
        return new Pick(
                !field.apply("show-" + kpi.id()).isEmpty(),
                field.apply("target-" + kpi.id()).strip(),
                cut(field.apply("owner-" + kpi.id()).strip()),
                cut(field.apply("department-" + kpi.id()).strip()));
    }

    /** What is to be kept of it, with whatever else was decided before; empty when the number cannot be read. */
    public Optional<KpiChoice> choice(Typed typed, KpiChoice before) {
        Optional<BigDecimal> number = typed.number(target);
        return number.isEmpty() && !target.isEmpty()
                ? Optional.empty()
                : Optional.of(new KpiChoice(
                        show, before.watch(), filled(owner), filled(department), number, before.targets()));
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(any -> !any.isEmpty());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
