package vn.nhip.sandbox.files;

import java.util.Objects;

/** A file of the home folder: its path there, with slashes, and what is in it. */
final class HomeFile {
    private final String path;
    private final byte[] content;

    HomeFile(String path, byte[] content) {
        this.path = Objects.requireNonNull(path);
        this.content = content.clone();
    }

    boolean isOf(String account) {
        return path.startsWith("inbox/" + account + "/") || path.startsWith("mappings/" + account + ".");
    }

    String path() {
        return path;
    }

    byte[] content() {
        return content.clone();
    }
}
