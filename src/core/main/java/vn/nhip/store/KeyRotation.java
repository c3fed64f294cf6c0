package vn.nhip.store;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Seals everything anew with a fresh key, and then forgets the old one.
 *
 * <p>The fresh key stands in the key file, beside the old one, before anything is sealed with it; the old one leaves the
 * file when nothing is sealed with it any more. Whoever dies on the way leaves data that opens; the next rotation goes on
 * where that one was. The key that names people never changes. Calls: with nobody else working on the store.
 */
public final class KeyRotation {

    private static final int BATCH = 200;

    private final Store store;
    private final Path folder;
    private final KeyFile file;

    public KeyRotation(Path folder, Store store) {
        this.store = store;
        this.folder = folder;
        this.file = new KeyFile(folder);
    }

    /**
     * Rotates, or ends a rotation that was cut off; returns how many values were sealed anew.
     *
     * @throws StoreException when the keys are not this store's, or something does not open; then the old key stays
     */
    public long rotate() {
        Keys.open(folder, store);
        try {
            if (file.read().pages().size() == 1) {
                file.write(withFreshKey(file.read()));
            }
            Keys keys = new Keys(file.read());
            long sealed = 0;
            for (SealedColumn column : SealedColumn.values()) {
                sealed += sealAnew(column, keys);
            }
            file.write(withPresentKeyOnly(file.read()));
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new StoreException("The keys cannot be rotated ("
                    + e.getClass().getSimpleName() + "). What was sealed still opens with the key file as it is.");
        }
    }

    private static KeyFile.Keysets withFreshKey(KeyFile.Keysets keysets) throws GeneralSecurityException {
        KeysetHandle fresh = Keys.freshPageKey();
        KeysetHandle pages = KeysetHandle.newBuilder(keysets.pages())
                .addEntry(present(fresh))
                .build();
        return new KeyFile.Keysets(pages, keysets.identity());
    }

    private static KeyFile.Keysets withPresentKeyOnly(KeyFile.Keysets keysets) throws GeneralSecurityException {
        KeysetHandle pages =
                KeysetHandle.newBuilder().addEntry(present(keysets.pages())).build();
        return new KeyFile.Keysets(pages, keysets.identity());
    }

    private static KeysetHandle.Builder.Entry present(KeysetHandle pages) {
        KeysetHandle.Entry present = pages.getPrimary();
        return KeysetHandle.importKey(present.getKey())
                .withFixedId(present.getId())
                .makePrimary();
    }

    private long sealAnew(SealedColumn column, Keys keys) {
        long sealed = 0;
        int batch;
        do {
            batch = store.write(handle -> sealBatch(handle, column, keys));
            sealed += batch;
        } while (batch > 0);
        return sealed;
    }

    private static int sealBatch(Handle handle, SealedColumn column, Keys keys) {
        List<Fresh> batch = handle.createQuery("SELECT * FROM " + column.table + " WHERE " + column.column
                        + " IS NOT NULL AND SUBSTR(" + column.column + ", 1, " + Keys.PREFIX_BYTES
                        + ") <> :present LIMIT " + BATCH)
                .bind("present", keys.present())
                .map((row, context) -> fresh(row, column, keys))
                .list();
        batch.forEach(fresh -> fresh.write(handle, column));
        return batch.size();
    }

    private static Fresh fresh(ResultSet row, SealedColumn column, Keys keys) throws SQLException {
        String place = column.place(row);
        byte[] sealed = keys.seal(keys.open(row.getBytes(column.column), place), place);
        List<Object> key = new ArrayList<>();
        for (String part : column.key()) {
            key.add(row.getObject(part));
        }
        return new Fresh(key, sealed);
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one update, never compared
    private record Fresh(List<Object> key, byte[] sealed) {

        void write(Handle handle, SealedColumn column) {
            Update update = handle.createUpdate("UPDATE " + column.table + " SET " + column.column + " = ? WHERE "
                    + String.join(" = ? AND ", column.key()) + " = ?");
            update.bind(0, sealed);
            for (int index = 0; index < key.size(); index++) {
                update.bind(index + 1, key.get(index));
            }
            update.execute();
        }
    }
}
