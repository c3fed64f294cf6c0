package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.nhip.spi.Connector;
import vn.nhip.spi.Page;

/** Rule 7: while the source has not changed, the same question has the same answer. */
abstract class RepeatRules extends Rules {

    RepeatRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void theSameRequestGivesTheSamePage() throws Exception {
        try (Connector connector = open(account())) {
            for (Walk.Slicing slicing : Walk.all(connector, spec(), contract.days())) {
                for (Walk.Step step : slicing.steps()) {
                    if (step.page().readyIn().isEmpty()) {
                        isSame(step.page(), connector.read(step.request()));
                    }
                }
            }
        }
    }

    @Test
    final void theSlicesAreTheSameWhenAskedAgain() throws Exception {
        try (Connector connector = open(account())) {
            spec().streams().forEach(stream -> assertThat(connector.slices(stream.name(), contract.days()))
                    .isEqualTo(connector.slices(stream.name(), contract.days())));
        }
    }

    private static void isSame(Page page, Page again) {
        assertThat(again.facts()).isEqualTo(page.facts());
        assertThat(again.removed()).isEqualTo(page.removed());
        assertThat(again.rejected()).isEqualTo(page.rejected());
        assertThat(again.counts()).isEqualTo(page.counts());
        assertThat(again.next()).isEqualTo(page.next());
        assertThat(again.raw().request()).isEqualTo(page.raw().request());
        assertThat(again.raw().bytes()).isEqualTo(page.raw().bytes());
    }
}
