package vn.nhip.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The mappings that come with the connector, by name. */
public final class ReadyMappings {

    private static final List<String> NAMES = List.of(
            "lazada-orders", "manual-numbers", "misa-journal", "shopee-orders", "tiktok-shop-orders", "typed-numbers");

    private ReadyMappings() {}

    public static List<String> names() {
        return NAMES;
    }

    /** The text of a ready mapping, to use or to copy and change. */
    public static Optional<String> find(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream text = ReadyMappings.class.getResourceAsStream("mappings/" + name + ".facts.yaml")) {
            if (text == null) {
                throw new IllegalStateException("ready mapping " + name + " is missing from this build");
            }
            return Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
