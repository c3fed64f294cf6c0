package vn.nhip.app;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhip.spi.Auth;

/** Where notices go; what is secret of it is a connection of its own, made with {@code nhip connect} like those to sources. */
enum Receiver {
    /** The password of the mail server's user. */
    MAIL,
    /** The webhook's whole address: whoever has it can write there. */
    WEBHOOK;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Auth auth() {
        return Auth.token(id());
    }

    static Optional<Receiver> find(String id) {
        return Stream.of(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
