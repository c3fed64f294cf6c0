package vn.nhip.sync;

import java.util.function.Supplier;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

/** Notices that a source refused a token, so that its call can be made once more with a renewed one. */
final class Refusals implements Access {

    private final Access access;
    private volatile boolean refused;

    Refusals(Access access) {
        this.access = access;
    }

    <T> T onceMore(Supplier<T> source) {
        refused = false;
        try {
            return source.get();
        } catch (ConnectorException e) {
            if (e.kind() != ConnectorException.Kind.ACCESS || !refused) {
                throw e;
            }
            return source.get();
        }
    }

    @Override
    public Secret token() {
        return access.token();
    }

    @Override
    public void refused(Secret token) {
        refused = true;
        access.refused(token);
    }
}
