package vn.nhip.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One database, migrated; many readers and one writer at a time.
 *
 * <p>A SQLite file belongs to one process as long as the store is open; on PostgreSQL writers of several nodes take turns.
 */
public final class Store implements AutoCloseable {

    private static final long ONE_WRITER = 0x6e686970;

    private final Dialect dialect;
    private final HikariDataSource readers;
    private final HikariDataSource writers;
    private final Runnable unlock;
    private final Optional<Path> file;
    private final boolean besideAnother;
    private final Jdbi read;
    private final Jdbi write;
    private final String instance = UUID.randomUUID().toString();
    private final ReentrantLock oneWriter = new ReentrantLock(true);
    private final AtomicLong changes = new AtomicLong();

    private Store(
            Dialect dialect,
            Pools pools,
            UnaryOperator<DataSource> seam,
            Runnable unlock,
            Optional<Path> file,
            boolean besideAnother) {
        this.dialect = dialect;
        this.readers = pools.readers;
        this.writers = pools.writers;
        this.unlock = unlock;
        this.file = file;
        this.besideAnother = besideAnother;
        this.read = Jdbi.create(seam.apply(readers));
        this.write = Jdbi.create(seam.apply(writers));
    }

    private record Pools(HikariDataSource readers, HikariDataSource writers) implements AutoCloseable {
        @Override
        public void close() {
            readers.close();
            writers.close();
        }
    }

    /**
     * Opens or creates the file.
     *
     * @throws StoreException when another process works on it, it cannot be read, or a newer version wrote it
     */
    public static Store sqlite(Path file) {
        return sqlite(file, UnaryOperator.identity());
    }

    /**
     * Opens the file to read it; beside another process that works on it, nothing can be written.
     *
     * @throws StoreException when it cannot be read, or another version works on it
     */
    public static Store sqliteToRead(Path file) {
        SqliteFile sqlite = new SqliteFile(file);
        sqlite.createFolder();
        Optional<InstanceLock> lock = InstanceLock.takeIfFree(sqlite.path());
        return lock.isPresent() ? sqlite(sqlite, lock.get(), UnaryOperator.identity()) : beside(sqlite);
    }

    private static Store beside(SqliteFile sqlite) {
        Pools pools = new Pools(readOnlyPool(sqlite.readerUrl(), 4), readOnlyPool(sqlite.readerUrl(), 1));
        try {
            Schema.requireUpToDate(pools.readers);
            return new Store(
                    Dialect.SQLITE, pools, UnaryOperator.identity(), () -> {}, Optional.of(sqlite.path()), true);
        } catch (SQLException e) {
            pools.close();
            throw cannotOpen(e);
        } catch (RuntimeException e) {
            pools.close();
            throw e;
        }
    }

    /** As {@link #sqlite(Path)}, with a seam through which tests break the database on purpose. */
    static Store sqlite(Path file, UnaryOperator<DataSource> seam) {
        SqliteFile sqlite = new SqliteFile(file);
        sqlite.createFolder();
        return sqlite(sqlite, InstanceLock.take(sqlite.path()), seam);
    }

    private static Store sqlite(SqliteFile sqlite, InstanceLock lock, UnaryOperator<DataSource> seam) {
        try {
            sqlite.createIfAbsent();
            Pools pools = new Pools(pool(sqlite.readerUrl(), 4), pool(sqlite.writerUrl(), 1));
            return open(Dialect.SQLITE, pools, seam, lock::close, Optional.of(sqlite.path()));
        } catch (SQLException e) {
            lock.close();
            throw cannotOpen(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public static Store postgres(String url) {
        return postgres(url, UnaryOperator.identity());
    }

    static Store postgres(String url, UnaryOperator<DataSource> seam) {
        return open(Dialect.POSTGRES, new Pools(pool(url, 4), pool(url, 4)), seam, () -> {}, Optional.empty());
    }

    private static Store open(
            Dialect dialect, Pools pools, UnaryOperator<DataSource> seam, Runnable unlock, Optional<Path> file) {
        try {
            Schema.bringUpToDate(pools.writers, dialect);
            return new Store(dialect, pools, seam, unlock, file, false);
        } catch (SQLException e) {
            pools.close();
            throw cannotOpen(e);
        } catch (RuntimeException e) {
            pools.close();
            throw e;
        }
    }

    private static StoreException cannotOpen(Throwable e) {
        return new StoreException(
                "Cannot open the database: " + e.getMessage()
                        + ". Check that it is a Nhịp database and not damaged; restore a backup if it is.",
                e);
    }

    private static HikariDataSource readOnlyPool(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setConnectionInitSql("PRAGMA query_only = ON");
        return pool(config, url, size);
    }

    private static HikariDataSource pool(String url, int size) {
        return pool(new HikariConfig(), url, size);
    }

    private static HikariDataSource pool(HikariConfig config, String url, int size) {
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(1);
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw cannotOpen(e);
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Names this opening of the store; on SQLite every lease of another name is a dead process's. */
    public String instance() {
        return instance;
    }

    /** Whether another process works on it, so that this one only reads. */
    public boolean besideAnother() {
        return besideAnother;
    }

    /** Runs read-only work. */
    public <T> T read(Function<Handle, T> work) {
        return read.withHandle(work::apply);
    }

    /** Where a SQLite database lies. */
    Optional<Path> file() {
        return file;
    }

    /**
     * Runs work in one transaction: all of it is durable when this returns, or none.
     *
     * @throws DiskFullException when there is no room for it
     * @throws StoreException when another process works on the database
     */
    public <T> T write(Function<Handle, T> work) {
        if (besideAnother) {
            throw InstanceLock.busy(file.orElseThrow());
        }
        oneWriter.lock();
        try {
            return write.inTransaction(handle -> {
                if (dialect == Dialect.POSTGRES) {
                    handle.execute("SELECT pg_advisory_xact_lock(?)", ONE_WRITER);
                }
                return work.apply(handle);
            });
        } catch (RuntimeException e) {
            throw DiskFullException.of(e).<RuntimeException>map(full -> full).orElse(e);
        } finally {
            changes.incrementAndGet();
            oneWriter.unlock();
        }
    }

    /** Grows with every write of this process: what was read at an equal count is still so, where no other node writes. */
    public long changes() {
        return changes.get();
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
        unlock.run();
    }
}
