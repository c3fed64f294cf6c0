package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

    private static final int KILLS = 20;
    private static final int LONGEST_MILLIS = 400;
    private static final int ROWS = 450;

    @TempDir
    Path folder;

    @Test
    void everythingIsSealedWithTheFreshKeyAndTheOldOneOpensNothing() throws IOException {
        try (Store store = open()) {
            fill(store);
            Files.copy(file(), folder.resolve("old.json"), StandardCopyOption.COPY_ATTRIBUTES);
            String name = Keys.open(keys(), store).nameOf("an@example.com");
            assertThat(rotation(store).rotate()).isEqualTo(1 + 4 * ROWS);
            assertAllOpen(store, "rotated");
            assertThat(Keys.open(keys(), store).nameOf("an@example.com")).isEqualTo(name);
            assertThat(Files.readString(file()).split("AesGcmKey", -1))
                    .as("one key")
                    .hasSize(2);
            Files.move(folder.resolve("old.json"), file(), StandardCopyOption.REPLACE_EXISTING);
            assertThatThrownBy(() -> Keys.open(keys(), store)).hasMessageContaining("belongs to other data");
        }
    }

    @Test
    void aRotationThatIsCutOffBeforeAnyOfItsTransactionsLosesNothingAndIsGoneOnWith() {
        try (Store store = open()) {
            fill(store);
        }
        int transactions = 0;
        boolean cut = true;
        while (cut) {
            AtomicInteger left = new AtomicInteger(transactions++);
            try (Store store = StoreSeam.sqlite(folder.resolve("nhip.db"), CutOff.after(left))) {
                rotation(store).rotate();
                cut = false;
            } catch (CutOff.Now now) {
                assertThat(left.get()).isNegative();
            }
            try (Store store = open()) {
                assertAllOpen(store, "cut off before transaction " + transactions);
            }
        }
        assertThat(transactions).as("one for each of at least three batches").isGreaterThan(3);
    }

    @Test
    void aKillAtAnyMomentLosesNothing() throws IOException, InterruptedException {
        try (Store store = open()) {
            fill(store);
        }
        Random random = new Random(20261123);
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = start();
            child.waitFor(random.nextLong(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            try (Store store = open()) {
                assertAllOpen(store, "kill " + kill);
            }
        }
        try (Store store = open()) {
            rotation(store).rotate();
            assertAllOpen(store, "at the end");
            assertThat(rotation(store).rotate()).isEqualTo(1 + 4 * ROWS);
        }
    }

    @Test
    void whatDoesNotOpenKeepsTheOldKey() {
        try (Store store = open()) {
            fill(store);
            store.write(
                    handle -> handle.execute("UPDATE connection_secret SET name = 'moved' WHERE connection_id = 7"));
            assertThatThrownBy(() -> rotation(store).rotate())
                    .hasMessageContaining("connection/1/7/moved")
                    .hasMessageContaining("damaged");
            store.write(
                    handle -> handle.execute("UPDATE connection_secret SET name = 'token' WHERE connection_id = 7"));
            assertAllOpen(store, "refused");
            rotation(store).rotate();
            assertAllOpen(store, "mended");
        }
    }

    /** A column of bytes that is not in the list would be lost with the old key. */
    @Test
    void everyColumnOfBytesIsEitherInTheListOrNotSealed() {
        List<String> notSealed = List.of("staged_page.persons", "staged_page.body", "customer.days");
        try (Store store = open()) {
            List<String> columns = store.read(handle -> handle.createQuery(
                            "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                                    + " WHERE m.type = 'table' AND UPPER(c.type) = 'BLOB'")
                    .mapTo(String.class)
                    .list());
            List<String> listed = java.util.Arrays.stream(SealedColumn.values())
                    .map(column -> column.table + "." + column.column)
                    .toList();
            assertThat(columns).containsAll(listed);
            columns.removeAll(listed);
            assertThat(columns).containsExactlyInAnyOrderElementsOf(notSealed);
        }
    }

    private Store open() {
        return Store.sqlite(folder.resolve("nhip.db"));
    }

    private KeyRotation rotation(Store store) {
        return new KeyRotation(keys(), store);
    }

    private void fill(Store store) {
        Keys keys = Keys.open(keys(), store);
        store.write(handle -> {
            for (int id = 1; id <= ROWS; id++) {
                handle.execute(
                        "INSERT INTO connection_secret VALUES (1, ?, 'token', ?)",
                        id,
                        keys.seal(plain(id), SecretPlace.of(1, id, "token")));
                handle.execute(
                        "INSERT INTO page VALUES (1, ?, 1, 2, 'print', ?, 'GET', 'sha', 1, 1, 0, 0, 9, 'text', NULL, ?)",
                        id,
                        id,
                        keys.seal(plain(id), SealedPage.place(1, 2, "print", id)));
                byte[] held = keys.seal(plain(id), Quarantine.place(1, id));
                handle.execute(
                        "INSERT INTO quarantine VALUES (1, ?, 1, 1, 1, 'row', 'field', 'reason', ?, ?, 0, 'new')",
                        id,
                        held,
                        held);
            }
            return ROWS;
        });
    }

    private void assertAllOpen(Store store, String when) {
        Keys keys = Keys.open(keys(), store);
        int opened = store.read(handle -> {
            int sum = 0;
            for (SealedColumn column : SealedColumn.values()) {
                sum += opened(handle, column, keys);
            }
            return sum;
        });
        assertThat(opened).as(when).isEqualTo(1 + 4 * ROWS);
    }

    private static int opened(Handle handle, SealedColumn column, Keys keys) {
        return handle.createQuery("SELECT * FROM " + column.table)
                .map((row, context) -> {
                    byte[] plain = keys.open(row.getBytes(column.column), column.place(row));
                    if (column != SealedColumn.KEY_SEAL) {
                        int id = row.getInt(column == SealedColumn.CONNECTION_SECRET ? "connection_id" : "id");
                        assertThat(plain).isEqualTo(plain(id));
                    }
                    return 1;
                })
                .list()
                .size();
    }

    private static byte[] plain(int id) {
        return String.format(Locale.ROOT, "secret %d", id).getBytes(StandardCharsets.UTF_8);
    }

    private Process start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RotationScene.class.getName(),
                        folder.toString())
                .redirectError(Files.createTempFile(folder, "child", ".err").toFile())
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("started");
        return process;
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private Path file() {
        return keys().resolve("keys.json");
    }
}
