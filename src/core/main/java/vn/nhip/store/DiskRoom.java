package vn.nhip.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the disk of a SQLite file has room enough to start writing; a database server looks after its own disk. */
public final class DiskRoom {

    private static final long MEGABYTE = 1L << 20;
    private static final long LEAST = 512 * MEGABYTE;

    private final Store store;
    private final FreeSpace free;

    public DiskRoom(Store store, FreeSpace free) {
        this.store = store;
        this.free = free;
    }

    /** Tells how many bytes may still be written beside a file. */
    public interface FreeSpace {

        FreeSpace REAL = file -> Files.getFileStore(file).getUsableSpace();

        long beside(Path file) throws IOException;
    }

    /** What is wrong and what to do, when there is too little room. */
    public Optional<String> shortage() {
        return store.file().flatMap(this::shortage);
    }

    private Optional<String> shortage(Path file) {
        try {
            Path wal = file.resolveSibling(file.getFileName() + "-wal");
            long needed = needed(Files.exists(wal) ? Files.size(wal) : 0);
            long room = free.beside(file);
            return room >= needed
                    ? Optional.empty()
                    : Optional.of("only " + room / MEGABYTE + " MB are free where " + file + " lies and "
                            + needed / MEGABYTE + " MB are needed; nothing was read. Make room and run it again");
        } catch (IOException unknown) {
            return Optional.of("cannot see how much room there is where " + file + " lies: " + unknown.getMessage());
        }
    }

    /** Twice what waits to be brought into the file, and never less than half a gigabyte. */
    static long needed(long wal) {
        return Math.max(LEAST, 2 * wal);
    }
}
