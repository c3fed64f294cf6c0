package vn.nhip.cli;

import vn.nhip.app.Workplace;
import vn.nhip.export.Labels;
import vn.nhip.export.Numbers;
import vn.nhip.sync.SyncPlan;

/** What a sync would ask for, in words. */
final class PlanText {

    private final Workplace workplace;
    private final Labels labels;
    private final Numbers numbers;

    PlanText(Workplace workplace) {
        this.workplace = workplace;
        this.labels = Labels.of(workplace.config().language());
        this.numbers = Numbers.of(labels, workplace.config().calendar().currency());
    }

    String of(SyncPlan plan) {
        StringBuilder text = new StringBuilder();
        for (SyncPlan.PlannedStream stream : plan.streams()) {
            text.append(labels.text(
                    "plan.stream",
                    plan.account(),
                    stream.stream(),
                    numbers.count(stream.slices().size())));
            stream.days().forEach(days -> text.append(' ')
                    .append(labels.text(
                            "plan.days", days.first().toString(), days.last().toString())));
            text.append(System.lineSeparator());
            stream.hindrance().ifPresent(why -> text.append("  ").append(why).append(System.lineSeparator()));
            stream.slices().forEach(slice -> text.append("  ")
                    .append(slice.name())
                    .append(slice.notBefore()
                            .map(until -> " " + labels.text("plan.waits", moment(until)))
                            .orElse(""))
                    .append(System.lineSeparator()));
        }
        return text.toString();
    }

    private String moment(java.time.Instant until) {
        return numbers.moment(until, workplace.config().calendar().zone());
    }
}
