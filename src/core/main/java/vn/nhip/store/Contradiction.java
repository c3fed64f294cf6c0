package vn.nhip.store;

import vn.nhip.spi.ConnectorException;

/** One answer of a source gives two contents for one key: its source has changed, or its key is wrong. */
final class Contradiction {

    private Contradiction() {}

    static ConnectorException between(String firstAt, Row later) {
        return ConnectorException.data(message(firstAt, later));
    }

    static String message(String firstAt, Row later) {
        return later.table().kind().id() + " " + later.key() + " stands twice in one answer, at "
                + firstAt + " and " + later.at() + ", with different content; the earlier values were kept."
                + " The mapping's key must tell the two apart";
    }
}
