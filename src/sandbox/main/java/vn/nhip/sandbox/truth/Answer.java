package vn.nhip.sandbox.truth;

import java.time.Instant;

/** One satisfaction score from 1 to 5, given in a form or on the phone. */
public record Answer(String id, Instant at, int score, boolean byPhone) {}
