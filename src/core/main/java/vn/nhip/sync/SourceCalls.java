package vn.nhip.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;
import vn.nhip.store.Feed;
import vn.nhip.store.QuotaLedger;

/** The calls to one source: within its quota, tried again when that may help, and once more with a renewed token. */
final class SourceCalls {

    private final Connector connector;
    private final Refusals refusals;
    private final Retry retry;
    private final Gate gate;

    SourceCalls(Connector connector, Refusals refusals, Retry retry, Gate gate) {
        this.connector = connector;
        this.refusals = refusals;
        this.retry = retry;
        this.gate = gate;
    }

    /** Whether the quotas leave room for one more call. */
    record Gate(QuotaLedger quotas, QuotaLedger.Use use, Clock clock) {

        void pass(Feed feed) {
            quotas.exhausted(feed, use).ifPresent(quota -> {
                throw ConnectorException.throttled(
                        "the quota '" + quota.name() + "' of " + quota.owner()
                                + (use == QuotaLedger.Use.ALL
                                        ? " is used up"
                                        : " is used up except for a fifth kept for people")
                                + "; it is there again at " + quota.resets(),
                        Duration.between(clock.instant(), quota.resets()));
            });
        }
    }

    List<Slice> slices(AccountStream stream, DayRange days) {
        return call(stream, () -> connector.slices(stream.spec().name(), days));
    }

    Page read(AccountStream stream, ReadRequest request) {
        return call(stream, () -> connector.read(request));
    }

    private <T> T call(AccountStream stream, Supplier<T> source) {
        return retry.call(() -> {
            gate.pass(stream.feed());
            return refusals.onceMore(source);
        });
    }
}
