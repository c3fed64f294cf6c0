package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Connector;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;

/** Rule 6: whoever takes over after any page reads exactly what was left, knowing nothing but the cursor. */
abstract class ResumeRules extends Rules {

    /** More cursors than this are sampled evenly: each is read on to the end. */
    private static final int CURSORS = 12;

    ResumeRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void theSampleHasPagesToResumeAt() throws Exception {
        assertThat(walk())
                .as("pages per slice")
                .extracting(slicing -> slicing.steps().size() > 1)
                .satisfies(several -> assertThat(several.contains(true)).isEqualTo(contract.pages()));
    }

    @Test
    final void anotherConnectorReadsTheRestFromAnyCursor() throws Exception {
        Account account = account();
        List<Walk.Slicing> whole;
        try (Connector first = open(account)) {
            whole = Walk.all(first, spec(), contract.days());
        }
        for (Walk.Slicing slicing : whole) {
            int stride = 1 + slicing.steps().size() / CURSORS;
            for (int taken = 1; taken < slicing.steps().size(); taken += stride) {
                Walk.Step last = slicing.steps().get(taken - 1);
                List<Walk.Step> left =
                        slicing.steps().subList(taken, slicing.steps().size());
                assertThat(content(restAfter(account, slicing, last.page().next())))
                        .as(
                                "what is left after page %d of slice %s",
                                taken, slicing.slice().name())
                        .isEqualTo(content(left));
            }
        }
    }

    private List<Walk.Step> restAfter(Account account, Walk.Slicing slicing, Optional<Cursor> cursor) {
        try (Connector other = open(account)) {
            return Walk.from(other, slicing.stream().name(), slicing.slice(), cursor);
        }
    }

    private static List<Object> content(List<Walk.Step> steps) {
        List<Envelope> facts =
                steps.stream().flatMap(step -> step.page().facts().stream()).toList();
        List<Page.Removed> removed =
                steps.stream().flatMap(step -> step.page().removed().stream()).toList();
        return List.of(
                facts,
                removed,
                steps.stream().flatMap(step -> step.page().rejected().stream()).toList());
    }
}
