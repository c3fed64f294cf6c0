package vn.nhip.notice;

import java.time.Instant;
import java.util.Map;

/**
 * A notice in words, as it goes out.
 *
 * <p>Shape: {@code id} is the same each time that the notice is tried; {@code kind} and {@code about} are for programs,
 * {@code title} (one line) and {@code text} for people.
 */
public record Letter(String id, String kind, Instant at, Words words, Map<String, String> about) {

    /** What people read. */
    public record Words(String title, String text) {}

    public Letter {
        about = Map.copyOf(about);
    }
}
