package vn.nhip.connector.metaads;

import vn.nhip.spi.ConnectorException;

/** Meta answered with an error; what it means to whoever reads on, and to whoever gives up. */
final class GraphRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    enum Reason {
        /** Too many rows at once: ask for less. */
        TOO_MUCH,
        /** Days that Meta no longer keeps. */
        TOO_OLD,
        /** The token itself is not accepted. */
        TOKEN,
        /** A part of the request is not accepted for what it asks about. */
        NOT_FOR_THIS,
        OTHER
    }

    private final Reason reason;
    private final transient ConnectorException failure;
    private final transient GraphReply reply;

    GraphRefusal(Reason reason, ConnectorException failure, GraphReply reply) {
        super(failure.getMessage());
        this.reason = reason;
        this.failure = failure;
        this.reply = reply;
    }

    Reason reason() {
        return reason;
    }

    ConnectorException failure() {
        return failure;
    }

    GraphReply reply() {
        return reply;
    }
}
