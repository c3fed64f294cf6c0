package vn.nhip.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.nhip.config.ConfigFile;

/** A home with figures of the sample shop, which may be thrown away. */
public record SampleHome(Home home) {

    /** All that is ever written into it. */
    private static final List<String> FOLDERS = List.of("config", "data", "exports", "inbox", "keys", "mappings");

    /** Whether somebody's own workspace lies here. */
    public boolean taken() {
        return Files.isRegularFile(home.configFile())
                && !ConfigFile.read(home.configFile()).sample();
    }

    /** Whether there is anything of the sample shop. */
    public boolean there() {
        return Files.isRegularFile(home.configFile()) && !taken();
    }

    /**
     * Deletes what the sample shop wrote, and the folder itself where nothing else lies in it.
     *
     * @throws IllegalStateException when this is no sample
     */
    public void remove() {
        if (!there()) {
            throw new IllegalStateException(home.folder() + " holds no sample");
        }
        FOLDERS.forEach(name -> delete(home.folder().resolve(name)));
        try (Stream<Path> rest = Files.list(home.folder())) {
            if (rest.findAny().isEmpty()) {
                Files.delete(home.folder());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + home.folder(), e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
