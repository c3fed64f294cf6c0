package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;
import vn.nhip.spi.StreamSpec;

/** Reads as the engine does: slice by slice, page by page, until no cursor is left. */
final class Walk {

    private static final int PAGES = 10_000;

    private Walk() {}

    /** One request and its answer. */
    record Step(ReadRequest request, Page page) {}

    /** All pages of one slice. */
    record Slicing(StreamSpec stream, Slice slice, List<Step> steps) {

        List<Envelope> facts() {
            return steps.stream().flatMap(step -> step.page().facts().stream()).toList();
        }

        /** Those that a record stands behind. */
        List<Envelope> ofRecords() {
            return facts().stream().filter(envelope -> !envelope.silent()).toList();
        }
    }

    /** A slice that there is to read. */
    record Listed(StreamSpec stream, Slice slice) {}

    static List<Slicing> all(Connector connector, ConnectorSpec spec, DayRange days) {
        return read(connector, listed(connector, spec, days));
    }

    static List<Listed> listed(Connector connector, ConnectorSpec spec, DayRange days) {
        List<Listed> listed = new ArrayList<>();
        for (StreamSpec stream : spec.streams()) {
            connector.slices(stream.name(), days).forEach(slice -> listed.add(new Listed(stream, slice)));
        }
        return listed;
    }

    static List<Slicing> read(Connector connector, List<Listed> listed) {
        return listed.stream()
                .map(one -> new Slicing(
                        one.stream(), one.slice(), from(connector, one.stream().name(), one.slice(), Optional.empty())))
                .toList();
    }

    static List<Step> from(Connector connector, String stream, Slice slice, Optional<Cursor> start) {
        List<Step> steps = new ArrayList<>();
        Set<Cursor> seen = new HashSet<>();
        Optional<Cursor> after = start;
        do {
            ReadRequest request = new ReadRequest(stream, slice, after);
            Page page = connector.read(request);
            steps.add(new Step(request, page));
            after = page.next();
            boolean parked = page.readyIn().isPresent();
            after.ifPresent(cursor -> assertThat(seen.add(cursor) || parked)
                    .as("cursor '%s' of slice %s leads in a circle", cursor.value(), slice.name())
                    .isTrue());
            assertThat(steps)
                    .as("pages of slice %s without an end", slice.name())
                    .hasSizeLessThan(PAGES);
        } while (after.isPresent());
        return steps;
    }
}
