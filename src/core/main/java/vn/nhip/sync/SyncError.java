package vn.nhip.sync;

/**
 * Why a stream or slice could not be read; the rest went on.
 *
 * <p>Shape: {@code kind} is settings, access, data, throttled or unavailable (the connector's word for who acts next),
 * suspicious (earlier values were kept), busy (another run reads the stream), slow (the time of the account was over),
 * cancelled, stopped (the program ended), disk (no room), or internal (a fault of ours).
 */
public record SyncError(String stream, String slice, String kind, String message) {

    /** There is no room to write; trying other accounts is of no use. */
    public static final String DISK = "disk";
}
