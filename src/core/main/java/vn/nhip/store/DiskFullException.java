package vn.nhip.store;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The disk of the database is full; what was being written is undone, all that was committed before is kept. */
public final class DiskFullException extends RuntimeException {

    private static final int SQLITE_FULL = 13;
    private static final String POSTGRES_DISK_FULL = "53100";

    private DiskFullException(Throwable cause) {
        super(
                "the disk of the database is full. What was committed is kept; make room (512 MB or more) and run it"
                        + " again: it goes on where it stopped",
                cause);
    }

    /** This exception, when a failure comes from a full disk. */
    static Optional<DiskFullException> of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isFull(sql)) {
                return Optional.of(new DiskFullException(failure));
            }
        }
        return Optional.empty();
    }

    private static boolean isFull(SQLException failure) {
        return failure.getErrorCode() == SQLITE_FULL || POSTGRES_DISK_FULL.equals(failure.getSQLState());
    }
}
