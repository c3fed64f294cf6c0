package vn.nhip.sync;

import java.time.Duration;

/**
 * How much a sync may take.
 *
 * <p>Shape: so many slices are worked on at a time over all accounts; one whose source keeps it waiting for longer than
 * {@code patience} lends its place to others. After {@code perAccount} an account's run ends where it stands.
 */
public record SyncLimits(int places, Duration patience, Duration perAccount) {

    public static final SyncLimits DEFAULT = new SyncLimits(8, Duration.ofMillis(20), Duration.ofHours(2));

    public SyncLimits with(int newPlaces, Duration newPerAccount) {
        return new SyncLimits(newPlaces, patience, newPerAccount);
    }
}
