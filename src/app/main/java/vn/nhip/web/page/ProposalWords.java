package vn.nhip.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.Proposal;
import vn.nhip.config.Targets;

/** Says why a KPI is proposed as it is, and how its target was found or why there is none. */
final class ProposalWords {

    private ProposalWords() {}

    static String why(Proposal.Why why, Wording words) {
        if (!why.ruled()) {
            return words.text("web.setup.why.own");
        }
        if (why.unusual()) {
            return words.text("web.setup.why.unusual");
        }
        List<String> reasons = new ArrayList<>();
        if (!why.goals().isEmpty()) {
            reasons.add(words.text("web.setup.why.goals", String.join(", ", SetupPage.labels(why.goals(), words))));
        }
        if (!why.departments().isEmpty()) {
            reasons.add(words.text(
                    "web.setup.why.departments", String.join(", ", SetupPage.labels(why.departments(), words))));
        }
        return reasons.isEmpty() ? words.text("web.setup.why.none") : String.join(" ", reasons);
    }

    static String advice(Kpi kpi, Targets.Advice advice, Wording words) {
        String cadence = kpi.cadence().id();
        if (advice.periods() == 0) {
            return words.text("web.setup.advice.nothing");
        }
        if (advice.target().isEmpty()) {
            return words.text(
                    "web.setup.advice.too-few",
                    words.text("web.setup.periods." + cadence, words.count(advice.periods())),
                    words.count(advice.needed()));
        }
        String target = words.value(advice.target(), kpi.unit());
        String periods = words.text("web.setup.periods." + cadence, words.count(advice.periods()));
        return advice.gain().signum() == 0
                ? words.text("web.setup.advice.same", target, periods)
                : words.text(
                        "web.setup.advice.better",
                        target,
                        periods,
                        words.value(advice.median(), kpi.unit()),
                        percent(advice.gain(), words));
    }

    private static String percent(BigDecimal part, Wording words) {
        return words.count(part.movePointRight(2).longValue()) + "%";
    }
}
