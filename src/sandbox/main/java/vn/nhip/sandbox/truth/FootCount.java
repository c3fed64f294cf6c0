package vn.nhip.sandbox.truth;

import java.time.LocalDate;

/** People who entered the shop on a day, counted at the door: a number for which Nhịp has no fact kind of its own. */
public record FootCount(LocalDate day, long people) {}
