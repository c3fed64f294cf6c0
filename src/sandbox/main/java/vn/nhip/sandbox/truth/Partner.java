package vn.nhip.sandbox.truth;

import java.time.LocalDate;

/** A wholesale customer whose contract makes them active on every day from {@code since} to {@code until}. */
public record Partner(Shopper shopper, LocalDate since, LocalDate until) {}
