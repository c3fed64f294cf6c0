package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** Rule 9: a stream that was never declared is refused by name. */
abstract class UnknownStreamRules extends Rules {

    private static final String NAME = "no-such-stream";

    UnknownStreamRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void itsSlicesAreRefused() throws Exception {
        try (Connector connector = open(account())) {
            isRefused(() -> connector.slices(NAME, contract.days()));
        }
    }

    @Test
    final void readingItIsRefused() throws Exception {
        try (Connector connector = open(account())) {
            ReadRequest request = new ReadRequest(NAME, Slice.days(contract.days()), Optional.empty());
            isRefused(() -> connector.read(request));
        }
    }

    private static void isRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.SETTINGS))
                .hasMessageContaining(NAME);
    }
}
