package vn.nhip.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Where a SQLite database lies and how it is opened: nothing that was committed is ever lost, readers never wait. */
final class SqliteFile {

    private static final String OPTIONS =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000&transaction_mode=IMMEDIATE"
                    + "&wal_autocheckpoint=10000&foreign_keys=off&cache_size=";
    private static final int READER_CACHE_KIB = 16 << 10;
    private static final int WRITER_CACHE_KIB = 128 << 10;

    /** A process that is to stay small has a small heap; what SQLite keeps beside it must not outgrow that. */
    private static final int HEAP_SHARE = 4;

    /** Rows are wide: pages of 8 KiB take a fifth less time to fill than SQLite's own 4 KiB. */
    private static final int PAGE_BYTES = 8 << 10;

    private final Path file;

    SqliteFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    Path path() {
        return file;
    }

    String readerUrl() {
        return url() + OPTIONS + -READER_CACHE_KIB;
    }

    String writerUrl() {
        long share = Runtime.getRuntime().maxMemory() / HEAP_SHARE / 1024;
        return url() + OPTIONS + -Math.min(WRITER_CACHE_KIB, share);
    }

    void createFolder() {
        try {
            Files.createDirectories(file.resolveSibling("."));
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot create the folder of " + file + ": " + e.getMessage() + ". Check that you may write there.",
                    e);
        }
    }

    /** The page size is settled by the first byte that is written. */
    void createIfAbsent() throws SQLException {
        if (Files.notExists(file)) {
            try (Connection connection = DriverManager.getConnection(url());
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA page_size = " + PAGE_BYTES);
                statement.execute("PRAGMA journal_mode = WAL");
            }
        }
    }

    private String url() {
        return "jdbc:sqlite:" + file;
    }
}
