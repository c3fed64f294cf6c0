package vn.nhip.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Style, script and chart library, kept in memory under a name that changes with their content. */
final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "nhip.css", "text/css; charset=utf-8",
            "nhip.js", "text/javascript; charset=utf-8",
            "uplot.css", "text/css; charset=utf-8",
            "uplot.js", "text/javascript; charset=utf-8",
            "nhip.svg", "image/svg+xml");

    private final Map<String, byte[]> files = new TreeMap<>();

    Assets() {
        TYPES.keySet().forEach(name -> files.put(name, read(name)));
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program is built without " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** A short name of all contents together. */
    String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void serve(Context context) {
        String name = context.pathParam("name");
        byte @Nullable [] content = files.get(name);
        if (content == null) {
            throw new Refused(404, "not-found");
        }
        context.header("Cache-Control", "public, max-age=31536000, immutable")
                .contentType(TYPES.getOrDefault(name, ""))
                .result(content);
    }
}
