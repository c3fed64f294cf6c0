package vn.nhip.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;
import vn.nhip.store.DiskFullException;
import vn.nhip.store.Keys;
import vn.nhip.store.LeaseLostException;
import vn.nhip.store.Reading;
import vn.nhip.store.Run;
import vn.nhip.store.RunCounts;
import vn.nhip.store.Runs;
import vn.nhip.store.Store;
import vn.nhip.store.StreamWriter;
import vn.nhip.store.Workspaces;

/** Reads the slices of one stream, each to its end; a slice that cannot be read is reported and the next one is read. */
final class StreamSync {

    private static final Logger LOG = LoggerFactory.getLogger(StreamSync.class);

    private final Tools tools;
    private final Connector connector;
    private final SyncListener listener;

    StreamSync(Tools tools, Connector connector, SyncListener listener) {
        this.tools = tools;
        this.connector = connector;
        this.listener = listener;
    }

    record Tools(Store store, Keys keys, Clock clock, Retry retry) {}

    /** One run under way. */
    private record Pass(
            AccountStream stream,
            StreamWriter writer,
            ExecutorService reader,
            List<String> vanished,
            List<SyncError> errors) {

        void failed(String slice, String kind, String message) {
            errors.add(new SyncError(stream.spec().name(), slice, kind, message));
        }
    }

    SyncReport run(AccountStream stream) {
        return run(stream, this::slices);
    }

    /** Withdraws what a file gave that the source has no more; a report of no slices when nothing of it counts. */
    SyncReport forget(AccountStream stream, String file) {
        return run(stream, pass -> {
            boolean forgotten = false;
            if (names(stream).contains(file)) {
                pass.failed(file, "settings", "is still there and would be read again; move it away first");
            } else {
                forgotten = pass.writer().forget(file);
            }
            return new SyncReport(
                    stream.account().name(), pass.writer().counts(), forgotten ? 1 : 0, 0, List.of(), pass.errors());
        });
    }

    /** A folder that is gone has no files. */
    private List<String> names(AccountStream stream) {
        try {
            return list(stream).stream().map(Slice::name).toList();
        } catch (ConnectorException e) {
            if (e.kind() == ConnectorException.Kind.SETTINGS) {
                return List.of();
            }
            throw e;
        }
    }

    private SyncReport run(AccountStream stream, Function<Pass, SyncReport> work) {
        Runs runs = new Runs(tools.store(), tools.clock());
        Optional<Run> run = runs.start(stream.feed(), tools.clock().instant());
        if (run.isEmpty()) {
            SyncError busy = new SyncError(
                    stream.spec().name(),
                    "",
                    "busy",
                    "another run is reading this stream; try again when it has ended");
            return new SyncReport(stream.account().name(), RunCounts.NONE, 0, 0, List.of(), List.of(busy));
        }
        StreamWriter writer = new StreamWriter(
                tools.store(),
                tools.keys(),
                tools.clock(),
                run.get(),
                stream.account().heldBackLimit());
        List<SyncError> errors = new ArrayList<>();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            SyncReport report = work.apply(new Pass(stream, writer, reader, new ArrayList<>(), errors));
            end(runs, run.get(), report);
            return report;
        } finally {
            reader.shutdownNow();
        }
    }

    private void end(Runs runs, Run run, SyncReport report) {
        if (report.ok()) {
            runs.succeeded(run, report.counts());
        } else {
            SyncError first = report.errors().get(0);
            runs.failed(run, report.counts(), first.kind(), first.message());
        }
    }

    private SyncReport slices(Pass pass) {
        int read = 0;
        int unchanged = 0;
        try {
            List<Slice> slices = list(pass.stream());
            pass.vanished().addAll(pass.writer().vanished(slices));
            for (Slice slice : slices) {
                read++;
                Optional<Reading.State> state = slice(pass, slice);
                if (state.equals(Optional.of(Reading.State.UNCHANGED))) {
                    unchanged++;
                }
            }
        } catch (ConnectorException e) {
            pass.failed("", kind(e), message(e));
        } catch (LeaseLostException e) {
            pass.failed("", "busy", message(e));
        } catch (DiskFullException e) {
            throw e;
        } catch (RuntimeException e) {
            internal(pass, "", e);
        }
        String account = pass.stream().account().name();
        return new SyncReport(account, pass.writer().counts(), read, unchanged, pass.vanished(), pass.errors());
    }

    private List<Slice> list(AccountStream stream) {
        Workspaces workspaces = new Workspaces(tools.store());
        return tools.retry()
                .call(() -> connector.slices(
                        stream.spec().name(), stream.window(workspaces.completeThrough(stream.feed()), tools.clock())));
    }

    /** How the slice ended; empty when it failed on its own account and the others may go on. */
    private Optional<Reading.State> slice(Pass pass, Slice slice) {
        try {
            Reading.State state = pages(pass, slice);
            if (state == Reading.State.SUSPICIOUS) {
                pass.failed(
                        slice.name(),
                        "suspicious",
                        "gave no facts where there were many; the earlier values were kept. If that is right, confirm it");
            }
            return Optional.of(state);
        } catch (ConnectorException e) {
            boolean ofThisSlice =
                    e.kind() == ConnectorException.Kind.DATA || e.kind() == ConnectorException.Kind.SETTINGS;
            if (!ofThisSlice) {
                throw e;
            }
            pass.failed(slice.name(), kind(e), message(e));
        } catch (LeaseLostException | DiskFullException e) {
            throw e;
        } catch (RuntimeException e) {
            internal(pass, slice.name(), e);
        }
        return Optional.empty();
    }

    private static void internal(Pass pass, String slice, RuntimeException e) {
        LOG.error("stream {} {} failed", pass.stream().spec().name(), slice, e);
        pass.failed(slice, "internal", "a fault of ours, please report it: " + message(e));
    }

    private Reading.State pages(Pass pass, Slice slice) {
        Reading reading = pass.writer().open(pass.stream().withSettings(slice));
        if (reading.state() == Reading.State.READING) {
            reading = readOn(pass, slice, reading);
        }
        if (reading.state() == Reading.State.READ) {
            tell(pass, slice, true);
            reading = pass.writer().finish(reading);
        }
        return reading.state();
    }

    private Reading readOn(Pass pass, Slice slice, Reading from) {
        Reading reading = from;
        ReadRequest first = new ReadRequest(pass.stream().spec().name(), slice, reading.after());
        PageAhead pages = new PageAhead(connector, first, pass.reader(), tools.retry());
        try {
            while (reading.state() == Reading.State.READING) {
                reading = pass.writer().commit(reading, pages.take());
                tell(pass, slice, false);
            }
            return reading;
        } finally {
            pages.drain();
        }
    }

    private void tell(Pass pass, Slice slice, boolean swapping) {
        long records = pass.writer().counts().records();
        listener.progressed(new SyncListener.Progress(pass.stream().account().name(), slice.name(), records, swapping));
    }

    static String kind(ConnectorException e) {
        return e.kind().name().toLowerCase(Locale.ROOT);
    }

    static String message(RuntimeException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
