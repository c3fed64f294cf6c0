package vn.nhip.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;
import vn.nhip.store.OpenSlices;
import vn.nhip.store.Reading;
import vn.nhip.store.SealedPage;
import vn.nhip.store.StreamWriter;

/** Reads one slice after the other to its end, on one lane. */
final class SliceSync {

    private final StreamPass pass;
    private final PageAhead.Lane lane;
    private final Patience patience;
    private final SyncListener listener;
    private final StreamSync.Tools tools;

    SliceSync(StreamSync.Tools tools, StreamPass pass, PageAhead.Lane lane, Patience patience, SyncListener listener) {
        this.tools = tools;
        this.pass = pass;
        this.lane = lane;
        this.patience = patience;
        this.listener = listener;
    }

    void read(Slice slice) {
        Optional<Instant> until = new OpenSlices(tools.store(), tools.clock())
                .waitsUntil(pass.stream().feed(), slice);
        if (until.isPresent()) {
            pass.waits(until.get());
            return;
        }
        Reading reading = write(writer -> writer.open(pass.stream().withSettings(slice)));
        if (reading.state() == Reading.State.READING) {
            reading = pages(slice, reading);
        }
        if (reading.state() == Reading.State.READ) {
            Reading whole = reading;
            tell(slice, true);
            reading = write(writer -> pass.request().accept() ? writer.accept(whole) : writer.finish(whole));
        }
        said(slice, reading.state());
    }

    private void said(Slice slice, Reading.State state) {
        if (state == Reading.State.UNCHANGED) {
            pass.unchanged();
        } else if (state == Reading.State.SUSPICIOUS) {
            pass.failed(
                    slice.name(),
                    "suspicious",
                    "gave far fewer facts than before; the earlier values were kept. If that is right, confirm it with"
                            + " 'nhip sync --accept'");
        }
    }

    private Reading pages(Slice slice, Reading from) {
        Reading reading = from;
        ReadRequest first = new ReadRequest(pass.stream().spec().name(), slice, reading.after());
        PageAhead pages =
                new PageAhead(lane, pass.stream(), first, pass.writer().sealer(reading));
        try {
            while (reading.state() == Reading.State.READING) {
                patience.check();
                Reading before = reading;
                List<SealedPage> sealed = take(pages, before);
                Page page = sealed.get(0).page();
                if (page.readyIn().isPresent()) {
                    return park(before, page, page.readyIn().get());
                }
                reading = write(writer -> writer.commit(before, sealed));
                tell(slice, false);
            }
            return reading;
        } finally {
            pages.drop();
        }
    }

    /** A source that wants to be left alone for long is asked for the same page then, also after a restart. */
    private List<SealedPage> take(PageAhead pages, Reading reading) {
        try {
            return pages.take(
                    patience,
                    () -> write(writer -> {
                        writer.keep();
                        return reading;
                    }));
        } catch (ConnectorException e) {
            Retry.asked(e)
                    .filter(wait -> e.kind().retryable() && wait.compareTo(Retry.LONGEST) > 0)
                    .ifPresent(wait -> write(writer -> writer.park(reading, until(wait))));
            throw e;
        }
    }

    private Reading park(Reading reading, Page page, Duration readyIn) {
        Instant until = until(readyIn);
        pass.waits(until);
        return write(writer -> writer.park(reading, page, until));
    }

    private Instant until(Duration wait) {
        return tools.clock()
                .instant()
                .plus(wait.compareTo(StreamSync.LONGEST_WAIT) < 0 ? wait : StreamSync.LONGEST_WAIT);
    }

    private Reading write(java.util.function.Function<StreamWriter, Reading> work) {
        synchronized (pass.writer()) {
            return work.apply(pass.writer());
        }
    }

    private void tell(Slice slice, boolean swapping) {
        listener.progressed(new SyncListener.Progress(
                pass.stream().account().name(),
                slice.name(),
                pass.writer().counts().records(),
                swapping));
    }
}
