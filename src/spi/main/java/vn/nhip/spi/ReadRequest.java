package vn.nhip.spi;

import java.util.Optional;

/** Asks for the next page of one slice: from its beginning, or after a cursor that an earlier page gave. */
public record ReadRequest(String stream, Slice slice, Optional<Cursor> after) {}
