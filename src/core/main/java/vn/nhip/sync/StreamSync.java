package vn.nhip.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Slice;
import vn.nhip.store.DiskFullException;
import vn.nhip.store.Keys;
import vn.nhip.store.LeaseLostException;
import vn.nhip.store.Run;
import vn.nhip.store.RunCounts;
import vn.nhip.store.Runs;
import vn.nhip.store.Store;
import vn.nhip.store.StreamWriter;

/** Reads what a stream owes, as many slices side by side as it allows; what cannot be read now is reported or waits. */
final class StreamSync {

    private static final Logger LOG = LoggerFactory.getLogger(StreamSync.class);
    static final Duration LONGEST_WAIT = Duration.ofHours(25);

    private final Tools tools;
    private final Lanes lanes;
    private final Patience patience;
    private final SyncListener listener;

    StreamSync(Tools tools, Lanes lanes, Patience patience, SyncListener listener) {
        this.tools = tools;
        this.lanes = lanes;
        this.patience = patience;
        this.listener = listener;
    }

    record Tools(Store store, Keys keys, Clock clock) {

        StreamWriter writer(Run run, AccountStream stream) {
            return new StreamWriter(store, keys, clock, run, stream.account().heldBackLimit());
        }
    }

    /** Starts or goes on with the run of that time. */
    SyncReport run(AccountStream stream, SyncRequest request, Instant scheduledFor) {
        Runs runs = new Runs(tools.store(), tools.clock());
        Optional<Run> run = runs.start(stream.feed(), scheduledFor);
        if (run.isEmpty()) {
            SyncError busy = new SyncError(
                    stream.spec().name(),
                    "",
                    "busy",
                    "another run is reading this stream; try again when it has ended");
            return new SyncReport(
                    stream.account().name(), RunCounts.NONE, 0, 0, List.of(), List.of(busy), Optional.empty());
        }
        StreamPass pass = new StreamPass(stream, request, tools.writer(run.get(), stream));
        guard(pass, "", () -> slices(pass, scheduledFor));
        SyncReport report = pass.report();
        runs.end(run.get(), report.counts(), end(pass, report));
        return report;
    }

    private static Runs.End end(StreamPass pass, SyncReport report) {
        if (pass.wasCancelled()) {
            return Runs.End.CANCELLED;
        }
        if (!report.ok()) {
            SyncError first = report.errors().get(0);
            return Runs.End.failed(first.kind(), first.message());
        }
        return report.waitingUntil().map(Runs.End::waiting).orElse(Runs.End.SUCCEEDED);
    }

    private void slices(StreamPass pass, Instant run) {
        DueSlices due = new DueSlices(tools.store(), tools.clock());
        if (!due.owe(pass.stream(), pass.request(), run)) {
            return;
        }
        PageAhead.Lane own = lanes.get(0);
        pass.queue(patience.await(
                CompletableFuture.supplyAsync(
                        () -> due.list(own.source(), pass.stream(), pass.request()), own.reader()),
                pass.writer()::keep));
        pass.vanished(pass.writer().vanished(pass.queued()));
        int slices = pass.queued().size();
        int wide = Math.min(pass.stream().spec().sideBySide(), slices);
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int slice = 1; slice < together(wide, slices); slice++) {
            PageAhead.Lane other = lanes.get(slice % wide);
            others.add(CompletableFuture.runAsync(() -> patience.work(() -> lane(pass, other)), lanes.threads()));
        }
        lane(pass, own);
        patience.aside(() -> others.forEach(CompletableFuture::join));
        SyncReport report = pass.report();
        if (report.ok() && report.waitingUntil().isEmpty()) {
            due.done(pass.stream(), pass.request());
        }
    }

    /** Two slices take turns on a lane: one is asked for while the other is written. A single lane keeps their order. */
    private static int together(int wide, int slices) {
        return wide == 1 ? 1 : Math.min(2 * wide, slices);
    }

    private void lane(StreamPass pass, PageAhead.Lane lane) {
        SliceSync reader = new SliceSync(tools, pass, lane, patience, listener);
        for (Optional<Slice> slice = pass.next(); slice.isPresent(); slice = pass.next()) {
            Slice one = slice.get();
            guard(pass, one.name(), () -> reader.read(one));
        }
    }

    /** What goes wrong with one slice alone stays with it; everything else ends the stream's pass. */
    private void guard(StreamPass pass, String slice, Runnable work) {
        try {
            work.run();
        } catch (ConnectorException e) {
            refused(pass, slice, e);
        } catch (LeaseLostException e) {
            pass.ended(slice, "busy", message(e));
        } catch (DiskFullException e) {
            pass.ended("", SyncError.DISK, message(e));
        } catch (RunStoppedException e) {
            pass.ended("", e.kind(), message(e));
        } catch (RuntimeException e) {
            LOG.error("stream {} {} failed", pass.stream().spec().name(), slice, e);
            pass.failed(slice, "internal", "a fault of ours, please report it: " + message(e));
        }
    }

    private void refused(StreamPass pass, String slice, ConnectorException e) {
        Optional<Duration> wait = Retry.asked(e).filter(asked -> asked.compareTo(Retry.LONGEST) > 0);
        if (e.kind().retryable() && wait.isPresent()) {
            Duration asked = wait.get().compareTo(LONGEST_WAIT) < 0 ? wait.get() : LONGEST_WAIT;
            LOG.info("account {} waits: {}", pass.stream().account().name(), message(e));
            pass.waitsWhole(tools.clock().instant().plus(asked));
            return;
        }
        boolean ofThisSlice = e.kind() == ConnectorException.Kind.DATA || e.kind() == ConnectorException.Kind.SETTINGS;
        if (ofThisSlice) {
            pass.failed(slice, kind(e), message(e));
        } else {
            pass.ended("", kind(e), message(e));
        }
    }

    static String kind(ConnectorException e) {
        return e.kind().name().toLowerCase(Locale.ROOT);
    }

    static String message(RuntimeException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
