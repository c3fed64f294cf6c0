package vn.nhip.connector.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.RawBody;

/** One pass over the rows of one part: fills pages, grouping the rows where the part asks for it. */
final class PassReader implements Closeable {

    private static final int FORGET_EVERY = 1_000;

    private final String fileName;
    private final PartRows part;
    private final Rows rows;
    private final Optional<GroupPlan> plan;
    private final OpenGroups groups = new OpenGroups();
    private final StringBuilder ownRows = new StringBuilder(); // the raw page where other rows belong to other passes
    private long ownLine = 1;
    private int done;
    private long lastLine;
    private long firstLine = 1; // of the page
    private boolean ended;

    PassReader(String fileName, PartRows part, Optional<GroupPlan> plan) {
        this.fileName = fileName;
        this.part = part;
        this.rows = part.rows();
        this.plan = plan;
    }

    int passes() {
        return plan.map(GroupPlan::passes).orElse(1);
    }

    /** Rows of this pass that are done. */
    int done() {
        return done;
    }

    boolean ended() {
        return ended;
    }

    /** Goes on to where an earlier reader of this pass stood: the same groups are open then. */
    void skip(int rowCount) throws IOException {
        PageDraft forgotten = new PageDraft();
        while (done < rowCount && !ended) {
            step(forgotten, true);
            if (done % FORGET_EVERY == 0) {
                rows.drop(lastLine);
            }
        }
        rows.drop(lastLine);
        startPage();
    }

    /** Reads until the page is full or the pass ends. */
    RawBody fill(PageDraft page) throws IOException {
        while (!page.isFull() && !ended) {
            step(page, false);
            if (passes() > 1 && done % FORGET_EVERY == 0) {
                rows.drop(lastLine);
            }
        }
        String request = fileName + " " + rows.places(firstLine, lastLine) + passNote();
        byte[] taken = rows.take(ended ? Integer.MAX_VALUE : lastLine); // blank lines at the end too
        byte[] body = passes() == 1 ? taken : ownRows.toString().getBytes(StandardCharsets.UTF_8);
        startPage();
        return new RawBody(request, rows.mediaType(), body);
    }

    private void startPage() {
        ownRows.setLength(0);
        firstLine = lastLine + 1;
        ownLine = firstLine;
    }

    private String passNote() {
        return passes() == 1 ? "" : " (of " + passes() + " passes; rows of the other passes are left empty)";
    }

    private void step(PageDraft page, boolean skipping) throws IOException {
        Optional<Row> next = part.next();
        if (next.isEmpty()) {
            ended = true;
            groups.drain().forEach(group -> finish(group.rows(), page, skipping));
            return;
        }
        Row row = next.get();
        done++;
        lastLine = row.lastLine();
        if (plan.isEmpty()) {
            single(row, page, skipping);
        } else {
            grouped(row, plan.get(), page, skipping);
        }
    }

    private void single(Row row, PageDraft page, boolean skipping) throws IOException {
        if (!skipping) {
            page.sawRow(row);
            part.map(row, page);
        }
    }

    private void grouped(Row row, GroupPlan groupPlan, PageDraft page, boolean skipping) throws IOException {
        String key = part.key(row);
        long hash = part.hash(key);
        if (hash == 0 ? !groupPlan.isFirst() : !groupPlan.takes(hash)) {
            return;
        }
        row.keepText(rows.text(row));
        page.sawRow(row);
        keepOwn(row);
        if (hash == 0) {
            finish(List.of(row), page, skipping);
            return;
        }
        OpenGroups.Group group = groups.add(key, row);
        if (groupPlan.ends(hash, done)) {
            groups.remove(group);
            finish(group.rows(), page, skipping);
        }
    }

    private void finish(List<Row> group, PageDraft page, boolean skipping) {
        if (!skipping) {
            part.map(group, page);
        }
    }

    /** Of several passes each keeps its own rows only, on their own lines. */
    private void keepOwn(Row row) {
        if (passes() > 1) {
            ownRows.append("\n".repeat((int) (row.line() - ownLine))).append(row.text());
            ownLine = row.lastLine();
        }
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
