package vn.nhip.store;

import java.time.ZoneId;

/** Where the facts of one stream go: its ids, the zone in which instants become business days, and the account's own. */
public record Feed(long workspace, long account, long stream, ZoneId businessZone, ZoneId accountZone) {

    /** Of an account whose days are the business's. */
    public Feed(long workspace, long account, long stream, ZoneId businessZone) {
        this(workspace, account, stream, businessZone, businessZone);
    }
}
