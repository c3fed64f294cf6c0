package vn.nhip.sandbox.truth;

import java.math.BigDecimal;
import java.time.YearMonth;

/** A month's cost as somebody keeps it in a workbook of their own, before the accountant has booked it. */
public record HandEntry(YearMonth month, BookEntry.Side side, BigDecimal amount, String text) {}
