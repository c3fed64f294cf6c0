package vn.nhip.store;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of one merge share: the transaction, whose facts, and where changes and repeated keys are noted. {@code seen} is there
 * when what the new reading does not name must go.
 */
record MergeScope(
        Connection connection,
        Feed feed,
        long origin,
        boolean owns,
        Changes changes,
        Repeats repeats,
        @Nullable SeenKeys seen) {}
