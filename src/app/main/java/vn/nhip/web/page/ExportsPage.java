package vn.nhip.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which numbers leave, and the files that were written here. */
public record ExportsPage(String folder, List<Written> written) {

    private static final int MOST = 20;

    /** One file of the folder. */
    record Written(String name, String at, String size) {}

    public static ExportsPage of(Path folder, Wording words) {
        return new ExportsPage(folder.toString(), Files.isDirectory(folder) ? files(folder, words) : List.of());
    }

    private static List<Written> files(Path folder, Wording words) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(ExportsPage::modified).reversed())
                    .limit(MOST)
                    .map(file -> new Written(
                            file.getFileName().toString(),
                            words.moment(Optional.of(modified(file))),
                            words.text("web.exports.kilobytes", words.count(size(file)))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static java.time.Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Math.max(1, Files.size(file) / 1024);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }
}
