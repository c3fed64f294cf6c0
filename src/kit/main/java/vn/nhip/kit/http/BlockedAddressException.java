package vn.nhip.kit.http;

import java.net.UnknownHostException;

/** A name leads to a place that only the operator may open. */
final class BlockedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    BlockedAddressException(String host) {
        super("'" + host + "' lies on a private or reserved network, which only the operator's file may allow");
    }
}
