package vn.nhip.notice;

import java.util.List;
import vn.nhip.spi.ConnectorException;

/** One way to people. */
public interface Channel {

    /** One word without spaces, permanent: it stands beside each notice that was delivered this way. */
    String id();

    /** To whom it goes, for people; never an address that is a secret. */
    String receivers();

    /**
     * Sends all of them together, or none.
     *
     * @throws ConnectorException when it cannot be known that they arrived
     */
    void send(List<Letter> letters);
}
