package vn.nhip.config;

import java.util.Optional;

/**
 * The mail server that takes notices.
 *
 * <p>Shape: {@code from} is the sender's address; with {@code user} goes the password of the connection {@code mail}, over
 * an encrypted line only.
 */
public record MailServer(String host, int port, Security security, String from, Optional<String> user) {

    public enum Security {
        /** The line starts in the clear and must become encrypted before anything else is said. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS,
        /** In the clear; for a server on the same machine or network that wants no password. */
        NONE
    }
}
