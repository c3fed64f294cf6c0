package vn.nhip.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where files lie that somebody has sent and not yet taken in; what is older than an hour is thrown away. */
public final class DraftFolder {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Path folder;
    private final Clock clock;

    DraftFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Streams a file into a place of its own; the name is one of {@link FileName}. */
    public Path keep(String id, String name, InputStream content) throws IOException {
        tidyUp();
        Path place = folder.resolve(id);
        Files.createDirectories(place);
        Path file = place.resolve(name);
        Files.copy(content, file);
        Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
        return file;
    }

    /** Throws away what nobody took in. */
    public void tidyUp() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant oldest = clock.instant().minus(LONGEST);
        try {
            for (Path place : children(folder)) {
                if (Files.getLastModifiedTime(place).toInstant().isBefore(oldest)) {
                    drop(place);
                }
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot tidy up " + folder, refused);
        }
    }

    private static void drop(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
