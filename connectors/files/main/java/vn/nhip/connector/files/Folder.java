package vn.nhip.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import vn.nhip.spi.ConnectorException;

/** The files that an account reads: one file, or those of a folder (not of its folders) whose name fits a pattern. */
final class Folder {

    private final Path path;
    private final PathMatcher pattern;

    /** What a file was when it was last looked at; an equal stamp means the same content. */
    record Stamp(long size, FileTime modified) {}

    Folder(Path path, String glob) {
        this.path = path;
        try {
            this.pattern = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException bad) {
            throw ConnectorException.settings("pattern '" + glob + "' is no file pattern; try *.csv");
        }
    }

    /** The files, newest first; hidden files and the lock files of spreadsheet programs are none. */
    List<Path> list() {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw ConnectorException.settings(
                    "path " + path + " does not exist; create the folder or mend the setting");
        }
        try (Stream<Path> entries = Files.list(path)) {
            record Dated(Path file, FileTime modified) {}
            List<Dated> dated = new ArrayList<>();
            for (Path file : entries.filter(this::isWanted).toList()) {
                dated.add(new Dated(file, Files.getLastModifiedTime(file)));
            }
            dated.sort(Comparator.comparing(Dated::modified).reversed().thenComparing(each -> each.file()
                    .toString()));
            return dated.stream().map(Dated::file).toList();
        } catch (NoSuchFileException gone) {
            throw ConnectorException.unavailable("a file of " + path + " vanished while the folder was read", gone);
        } catch (IOException unreadable) {
            throw ConnectorException.access("folder " + path + " cannot be read: " + unreadable.getMessage());
        }
    }

    private boolean isWanted(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".")
                && !name.startsWith("~$")
                && pattern.matches(file.getFileName())
                && Files.isRegularFile(file);
    }

    /** The file of this slice. */
    Path require(String name) {
        return list().stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> ConnectorException.settings("there is no file " + name + " in " + path + " any more"));
    }

    static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime());
    }

    /** The SHA-256 of the file's bytes, in hex. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] some = new byte[1 << 16];
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            while (bytes.read(some) >= 0) {
                // the stream counts into the digest
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
