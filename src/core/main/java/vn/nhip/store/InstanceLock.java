package vn.nhip.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Only one process works on a SQLite file; the operating system frees the lock when that process ends, however it ends. */
final class InstanceLock implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE_MILLIS = 50;

    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits a moment for a command that is just ending, then refuses. */
    static InstanceLock take(Path database) {
        return take(database, PATIENCE).orElseThrow(() -> busy(database));
    }

    /** Does not wait; empty when another process has it. */
    static Optional<InstanceLock> takeIfFree(Path database) {
        return take(database, 0);
    }

    static StoreException busy(Path database) {
        return new StoreException("Another Nhịp process is working on " + database
                + ". Stop it, or wait until it has ended, and try again.");
    }

    private static Optional<InstanceLock> take(Path database, long patience) {
        Path file = database.resolveSibling(database.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long start = System.nanoTime();
            while (tryLock(channel) == null) {
                if (System.nanoTime() - start > patience) {
                    channel.close();
                    return Optional.empty();
                }
                pause();
            }
            return Optional.of(new InstanceLock(channel));
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot create the lock file " + file + ": " + e.getMessage()
                            + ". Check that the folder exists and that you may write to it.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while waiting for another Nhịp process", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
