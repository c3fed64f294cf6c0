package vn.nhip.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;

/** A real disk that is too small: the sync stops with clear words, and goes on once there is room. */
@SuppressWarnings("NullAway.Init") // set before each test
class DiskFullTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-06-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path disk;

    @TempDir
    private Path roomy;

    @BeforeEach
    void mountASmallDisk() throws IOException, InterruptedException {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString()))
                .as("a small disk can only be mounted by root, and not in every container")
                .isZero();
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    @Test
    void aSyncStopsOnAFullDiskAndTheNextOneGoesOn() throws IOException, InterruptedException, SQLException {
        SyncReport full = sync(disk);
        assertThat(full.errors()).extracting(SyncError::kind).containsExactly(SyncError.DISK);
        assertThat(full.errors().get(0).message()).contains("disk", "full", "make room");

        assertThat(run("mount", "-o", "remount,size=256m", disk.toString())).isZero();
        assertThat(sync(disk).errors()).isEmpty();
        assertThat(sync(roomy).errors()).isEmpty();
        assertThat(Contents.of(disk.resolve("nhip.db"))).isEqualTo(Contents.of(roomy.resolve("nhip.db")));
    }

    private SyncReport sync(Path folder) {
        MadeUpSource source = new MadeUpSource(500).file("orders.csv", "1", 20_000, i -> Facts.order(i, 3));
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            Keys keys = Keys.open(roomy.resolve("keys"), store);
            SyncEngine engine = new SyncEngine(
                    store,
                    keys,
                    CLOCK,
                    Opening.plain(store, keys, CLOCK, new Connectors(List.of(source)), folder),
                    SyncLimits.DEFAULT,
                    wait -> {},
                    file -> Long.MAX_VALUE);
            return engine.sync(Workspace.of("shop", "pos"), "pos", SyncListener.SILENT);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
