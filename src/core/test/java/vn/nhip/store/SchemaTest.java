package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A store that an older Nhịp wrote is taken over with what it holds. */
class SchemaTest {

    @TempDir
    Path folder;

    @Test
    void aStoreOfTheFirstReleaseKeepsItsPersonsAndComputesItsValuesAnew() {
        Path file = folder.resolve("nhip.db");
        SQLiteDataSource old = new SQLiteDataSource();
        old.setUrl("jdbc:sqlite:" + file);
        Schema.migrate(old, Dialect.SQLITE, 1);
        Jdbi.create(old).useHandle(handle -> {
            handle.execute("INSERT INTO workspace (id, name, zone, currency) VALUES (1, 'shop', 'UTC', 'VND')");
            handle.execute("INSERT INTO person_key (workspace_id, key_hash, person_id) VALUES (1, 'a', 7)");
            handle.execute("INSERT INTO metric_day VALUES (1, 'sales', '2026-11-22', 1, 'product', 'tea', 'VND', 5)");
            handle.execute("INSERT INTO metric_day VALUES (1, 'sales', '2026-11-22', 1, '', '', 'VND', 5)");
        });
        try (Store store = Store.sqlite(file)) {
            assertThat(one(store, "SELECT person_id FROM person_key")).isEqualTo("7");
            assertThat(one(store, "SELECT COUNT(*) FROM metric_day")).isEqualTo("1");
            assertThat(one(store, "SELECT kind || day FROM dirty_day")).isEqualTo("**");
        }
    }

    private static String one(Store store, String query) {
        return store.read(
                handle -> handle.createQuery(query).mapTo(String.class).one());
    }
}
