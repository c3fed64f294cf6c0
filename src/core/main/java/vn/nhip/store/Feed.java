package vn.nhip.store;

import java.time.ZoneId;

/** Where the facts of one stream go: its ids, and the zone in which instants become business days. */
public record Feed(long workspace, long account, long stream, ZoneId businessZone) {}
