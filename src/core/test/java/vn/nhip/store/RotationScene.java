package vn.nhip.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that rotates the keys of a store again and again. */
final class RotationScene {

    private RotationScene() {}

    /** Arguments: the home. */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        try (Store store = Store.sqlite(home.resolve("nhip.db"))) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println("started");
            while (true) {
                new KeyRotation(home.resolve("keys"), store).rotate();
            }
        }
    }
}
