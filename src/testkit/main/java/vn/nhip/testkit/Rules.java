package vn.nhip.testkit;

import java.util.List;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorSpec;

/** What all rules need of the connector under test. */
abstract class Rules {

    final ConnectorContract contract;

    Rules(ConnectorContract contract) {
        this.contract = contract;
    }

    final ConnectorSpec spec() {
        return contract.factory().spec();
    }

    final Account account() throws Exception {
        return contract.account(contract.folder());
    }

    final Connector open(Account account) {
        return account.open(contract.factory());
    }

    /** Everything the good account gives for the days of the sample. */
    final List<Walk.Slicing> walk() throws Exception {
        try (Connector connector = open(account())) {
            return Walk.all(connector, spec(), contract.days());
        }
    }
}
