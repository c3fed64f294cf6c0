package vn.nhip.sandbox.truth;

import java.math.BigDecimal;
import java.time.LocalDate;

/** How many đồng one US dollar cost on a day. */
public record DollarRate(LocalDate day, BigDecimal rate) {}
