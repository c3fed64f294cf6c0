package vn.nhip.store;

/** One attempt to read a stream: its id in the ledger, and the fence that its commits show. */
public record Run(long id, Feed feed, long fence) {}
