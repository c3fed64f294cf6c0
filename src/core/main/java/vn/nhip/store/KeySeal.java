package vn.nhip.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A known value, sealed into the database when it met its keys: tells at start whether the two still belong together. */
final class KeySeal {

    static final String PLACE = "key-seal";
    private static final byte[] KNOWN = "nhip".getBytes(StandardCharsets.UTF_8);

    private final Store store;

    KeySeal(Store store) {
        this.store = store;
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one comparison, never compared as a record
    record Sealed(byte[] known, String name) {}

    Optional<Sealed> find() {
        return store.read(handle -> handle.createQuery("SELECT known, name FROM key_seal")
                .map((row, context) -> new Sealed(row.getBytes("known"), row.getString("name")))
                .findOne());
    }

    void set(Keys keys) {
        store.write(handle -> handle.execute(
                "INSERT INTO key_seal (id, known, name) VALUES (1, ?, ?)",
                keys.seal(KNOWN, PLACE),
                keys.nameOf(PLACE)));
    }

    boolean fits(Keys keys, Sealed sealed) {
        return keys.nameOf(PLACE).equals(sealed.name()) && opens(keys, sealed.known());
    }

    private static boolean opens(Keys keys, byte[] known) {
        try {
            return Arrays.equals(KNOWN, keys.open(known, PLACE));
        } catch (StoreException sealedWithAnotherKey) {
            return false;
        }
    }
}
