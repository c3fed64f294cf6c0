package vn.nhip.web;

import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files in forms: taken by one address only, of a size that is known before anything is read, and never held in memory. */
final class Uploads {

    /** The one address. */
    static final String PATH = "/connect/files";

    static final int MOST_MEGABYTES = 64;

    private static final long MOST = MOST_MEGABYTES * 1024L * 1024L;
    private static final long AROUND = 64 * 1024; // what a form has beside its file

    private Uploads() {}

    /** Parts are streamed into this folder, and gone when the request has ended. */
    static void set(JavalinConfig config, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        config.jetty.multipartConfig.cacheDirectory(folder.toString());
        config.jetty.multipartConfig.maxInMemoryFileSize(64, SizeUnit.KB);
        config.jetty.multipartConfig.maxFileSize(MOST, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(MOST + AROUND, SizeUnit.BYTES);
    }

    /** Turns a form with files away that nobody asked for, or that is too large. */
    static void check(Context context) {
        if (!context.isMultipart()) {
            return;
        }
        if (!context.path().equals(PATH)) {
            throw new Refused(400, "form");
        }
        long length = context.req().getContentLengthLong();
        if (length < 0 || length > MOST + AROUND) {
            throw new Refused(413, "too-large");
        }
    }

    /** The file of a field, when one was chosen. */
    static Optional<UploadedFile> file(Context context, String field) {
        return Optional.ofNullable(context.uploadedFile(field)).filter(file -> file.size() > 0);
    }
}
