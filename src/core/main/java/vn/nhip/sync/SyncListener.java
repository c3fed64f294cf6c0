package vn.nhip.sync;

/** Hears how far a sync has come, after every commit; called on the syncing thread. */
public interface SyncListener {

    SyncListener SILENT = progress -> {};

    /** Records are counted over the whole account; {@code swapping} means that a complete slice is being put in place. */
    record Progress(String account, String slice, long records, boolean swapping) {}

    void progressed(Progress progress);
}
