package vn.nhip.app;

import vn.nhip.store.KeyRotation;
import vn.nhip.store.Store;

/** Changes the key of an installation that nothing else works on. */
public final class KeyChange {

    private KeyChange() {}

    /** Seals everything with a fresh key; returns how many values that were. */
    public static long rotate(Home home) {
        try (Store store = Store.sqlite(home.database())) {
            return new KeyRotation(home.keys(), store).rotate();
        }
    }
}
