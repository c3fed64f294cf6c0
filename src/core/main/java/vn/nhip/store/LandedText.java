package vn.nhip.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the source said at a place of a landed page, as it stood there; the page asked last is kept open. */
final class LandedText {

    private final Handle handle;
    private final Keys keys;
    private final long workspace;
    private long page = -1;
    private Optional<Excerpt.Body> open = Optional.empty();

    LandedText(Handle handle, Keys keys, long workspace) {
        this.handle = handle;
        this.keys = keys;
        this.workspace = workspace;
    }

    /** Empty when the body has expired or does not hold the place. */
    Optional<String> of(long wanted, String at) {
        if (wanted != page) {
            open = body(wanted);
            page = wanted;
        }
        return open.flatMap(found -> Excerpt.whole(found, at));
    }

    /** The whole page; empty once it has expired. */
    Optional<Excerpt.Body> body(long wanted) {
        return handle.createQuery("SELECT slice_id, fingerprint, seq, request, media_type, body FROM page"
                        + " WHERE workspace_id = ? AND id = ? AND body IS NOT NULL")
                .bind(0, workspace)
                .bind(1, wanted)
                .map((row, context) -> {
                    String place = SealedPage.place(
                            workspace, row.getLong("slice_id"), row.getString("fingerprint"), row.getInt("seq"));
                    byte[] raw = SealedPage.open(row.getBytes("body"), keys, place);
                    return new Excerpt.Body(row.getString("request"), row.getString("media_type"), raw);
                })
                .findOne();
    }
}
