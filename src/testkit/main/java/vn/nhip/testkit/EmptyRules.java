package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Connector;

/** Rule 8: an account in which there is nothing is not an error. */
abstract class EmptyRules extends Rules {

    EmptyRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void nothingIsReadInFewPagesWithoutAnError() throws Exception {
        try (Connector connector = open(contract.emptyAccount(contract.folder()))) {
            connector.check();
            List<Walk.Slicing> slicings = Walk.all(connector, spec(), contract.days());
            for (Walk.Slicing slicing : slicings) {
                assertThat(slicing.steps())
                        .as("pages of empty slice %s", slicing.slice().name())
                        .filteredOn(step -> step.page().readyIn().isEmpty())
                        .hasSizeBetween(1, contract.pagesOfNothing());
                assertThat(slicing.ofRecords()).isEmpty();
                assertThat(slicing.steps()).allSatisfy(step -> {
                    assertThat(step.page().rejected()).isEmpty();
                    assertThat(step.page().counts().read()).isZero();
                });
            }
        }
    }
}
