package vn.nhip.connector.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;

/** Walks one file page by page: the parts of its mapping one after the other, each in as many passes as it needs. */
final class SliceReader implements Closeable {

    private final Source source;
    private final List<Part> parts;
    private final GroupPlan.Limits limits;
    private Position position;
    private Optional<PassReader> pass = Optional.empty();

    SliceReader(Source source, List<Part> parts, Position start) {
        this(source, parts, start, GroupPlan.Limits.DEFAULT);
    }

    SliceReader(Source source, List<Part> parts, Position start, GroupPlan.Limits limits) {
        if (start.part() >= parts.size()) {
            throw ConnectorException.settings(
                    "the mapping has fewer parts than when " + source.name() + " was begun; import the file again");
        }
        this.source = source;
        this.parts = parts;
        this.position = start;
        this.limits = limits;
    }

    /** Where the next page starts. */
    Position position() {
        return position;
    }

    /** The next page; the last one has no cursor. */
    Page read() throws IOException {
        PassReader current = current();
        PageDraft draft = new PageDraft();
        RawBody raw = current.fill(draft);
        if (!current.ended()) {
            position = new Position(position.part(), current.passes(), position.pass(), current.done());
            return draft.page(raw, Optional.of(position.cursor()));
        }
        closePass();
        boolean lastPass = position.pass() + 1 >= current.passes();
        boolean lastPart = position.part() + 1 >= parts.size();
        position = lastPass
                ? new Position(position.part() + 1, 0, 0, 0)
                : new Position(position.part(), current.passes(), position.pass() + 1, 0);
        return draft.page(raw, lastPass && lastPart ? Optional.empty() : Optional.of(position.cursor()));
    }

    private PassReader current() throws IOException {
        if (pass.isEmpty()) {
            Part part = parts.get(position.part());
            Optional<GroupPlan> plan = part.isGrouped() ? Optional.of(plan(part)) : Optional.empty();
            PassReader opened = new PassReader(source.name(), part.open(source), plan);
            pass = Optional.of(opened);
            if (position.rows() > 0) {
                opened.skip(position.rows());
            }
        }
        return pass.get();
    }

    private GroupPlan plan(Part part) throws IOException {
        try (PartRows keys = part.openKeys(source)) {
            return position.passes() == 0
                    ? GroupPlan.make(keys, limits)
                    : GroupPlan.again(keys, position.passes(), position.pass());
        }
    }

    private void closePass() throws IOException {
        if (pass.isPresent()) {
            pass.get().close();
            pass = Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        closePass();
        source.close();
    }
}
