package vn.nhip.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.Grain;

/** Periods whose numbers were published: each once, with its notice in the same transaction. */
public final class Closings {

    private final Store store;
    private final Clock clock;
    private final long workspace;
    private final Notices notices;

    public Closings(Store store, Clock clock, long workspace) {
        this.store = store;
        this.clock = clock;
        this.workspace = workspace;
        this.notices = new Notices(store, clock);
    }

    /** Closes a period, and tells when asked to; false when it is closed already. */
    public boolean close(Grain grain, LocalDate start, Optional<Map<String, String>> told) {
        return store.write(handle -> {
            boolean fresh = handle.execute(
                            "INSERT INTO closing (workspace_id, grain, start, closed_at) VALUES (?, ?, ?, ?)"
                                    + " ON CONFLICT DO NOTHING",
                            workspace,
                            grain.id(),
                            start.toString(),
                            clock.millis())
                    == 1;
            if (fresh) {
                told.ifPresent(about -> notices.write(
                        handle, workspace, new Notice(Notice.Kind.NUMBERS_READY, grain.id() + "/" + start, about)));
            }
            return fresh;
        });
    }

    /** The newest closed period of a grain. */
    public Optional<LocalDate> newest(Grain grain) {
        return store.read(handle -> handle.createQuery(
                        "SELECT MAX(start) FROM closing WHERE workspace_id = ? AND grain = ?")
                .bind(0, workspace)
                .bind(1, grain.id())
                .map((row, context) -> Optional.ofNullable(row.getString(1)).map(LocalDate::parse))
                .one());
    }
}
