package vn.nhip.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Puts a whole new file in the place of an old one, or leaves the old one as it was. */
final class Replacement {

    /** Writes the content of the new file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private Replacement() {}

    static void of(Path target, Content content) {
        of(target, content, () -> {});
    }

    /** As above; {@code beforeMove} lets go of the old file, which some systems do not replace while it is read. */
    static void of(Path target, Content content, Closeable beforeMove) {
        Path file = target.toAbsolutePath();
        refuseIfOpen(file);
        Path folder = file.resolveSibling(".");
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".nhip-", ".tmp");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
                    content.writeTo(out);
                }
                beforeMove.close();
                move(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new ExportException(e, "error.cannot-write", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw new ExportException(e, "error.file-locked", file.toString());
        }
    }

    /** Excel and LibreOffice leave a lock file beside what they have open; on Windows the move fails as well. */
    private static void refuseIfOpen(Path file) {
        String name = String.valueOf(file.getFileName());
        for (String lock : List.of("~$" + name, ".~lock." + name + "#")) {
            if (Files.exists(file.resolveSibling(lock))) {
                throw new ExportException("error.file-open", file.toString(), lock);
            }
        }
    }
}
