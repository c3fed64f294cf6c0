package vn.nhip.cli;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import vn.nhip.app.Home;
import vn.nhip.store.Keys;
import vn.nhip.store.SecretPlace;
import vn.nhip.store.Store;

/** All that an installation leaves behind, readable: files, workbooks unpacked, landed pages and held-back rows opened. */
final class Remains {

    private final Map<String, String> texts = new TreeMap<>();

    Map<String, String> texts() {
        return texts;
    }

    /** Every file below the home, the keys excepted. */
    Remains files(Home home) throws IOException {
        try (Stream<Path> files = Files.walk(home.folder())) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.keys()))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                texts.put(file.toString(), text(bytes));
                if (file.toString().endsWith(".xlsx")) {
                    unpack(file, bytes);
                }
            }
        }
        return this;
    }

    /** Landed pages and held-back rows, opened with the keys. */
    Remains sealed(Home home) {
        try (Store store = Store.sqlite(home.database())) {
            Keys keys = Keys.open(home.keys(), store);
            store.read(handle -> {
                handle.createQuery("SELECT * FROM page WHERE body IS NOT NULL").reduceRows(texts, (all, row) -> {
                    all.put("page " + number(row, "id"), page(row, keys));
                    return all;
                });
                return heldBack(handle, keys);
            });
        }
        return this;
    }

    private Map<String, String> heldBack(Handle handle, Keys keys) {
        return handle.createQuery("SELECT * FROM quarantine").reduceRows(texts, (all, row) -> {
            String place = "quarantine/" + number(row, "workspace_id") + "/" + number(row, "id");
            all.put(place + " raw", text(keys.open(bytes(row, "raw"), place)));
            all.put(place + " value", text(keys.open(bytes(row, "value"), place)));
            return all;
        });
    }

    /** What is kept on purpose, in the one place for it. */
    static Map<String, String> secrets(Home home) {
        try (Store store = Store.sqlite(home.database())) {
            Keys keys = Keys.open(home.keys(), store);
            return store.read(handle -> handle.createQuery("SELECT * FROM connection_secret")
                    .reduceRows(new TreeMap<String, String>(), (all, row) -> {
                        long connection = number(row, "connection_id");
                        String name = String.valueOf(row.getColumn("name", String.class));
                        String place = SecretPlace.of(number(row, "workspace_id"), connection, name);
                        all.put(connection + "/" + name, text(keys.open(bytes(row, "sealed"), place)));
                        return all;
                    }));
        }
    }

    private static String page(RowView row, Keys keys) {
        String place = String.join(
                "/",
                "page",
                Long.toString(number(row, "workspace_id")),
                Long.toString(number(row, "slice_id")),
                String.valueOf(row.getColumn("fingerprint", String.class)),
                Long.toString(number(row, "seq")));
        byte[] compressed = keys.open(bytes(row, "body"), place);
        return text(Zstd.decompress(compressed, Math.toIntExact(Zstd.getFrameContentSize(compressed))));
    }

    private void unpack(Path file, byte[] bytes) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(file + "!" + entry.getName(), text(zip.readAllBytes()));
            }
        }
    }

    private static long number(RowView row, String column) {
        return java.util.Objects.requireNonNull(row.getColumn(column, Long.class));
    }

    private static byte[] bytes(RowView row, String column) {
        return java.util.Objects.requireNonNull(row.getColumn(column, byte[].class));
    }

    /** Byte by byte: nothing is lost, whatever the bytes are. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
