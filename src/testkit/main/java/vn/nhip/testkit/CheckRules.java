package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException.Kind;

/** Rule 4: opening asks the source nothing, checking asks it once, and a refusal is said as ACCESS. */
abstract class CheckRules extends FaultRules {

    CheckRules(ConnectorContract contract) {
        super(contract, Kind.ACCESS);
    }

    @Test
    final void aGoodAccountPassesWithOneRequest() throws Exception {
        try (Connector connector = open(account())) {
            assertThat(requests()).as("requests while opening").isZero();
            connector.check();
            assertThat(requests())
                    .as("requests of one check")
                    .isEqualTo(contract.source().isPresent() ? contract.requestsOfCheck() : 0);
        }
    }

    private int requests() {
        return contract.source().map(source -> source.requests().size()).orElse(0);
    }
}
