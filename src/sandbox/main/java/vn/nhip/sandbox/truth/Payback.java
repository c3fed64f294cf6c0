package vn.nhip.sandbox.truth;

import java.math.BigDecimal;
import java.time.Instant;

/** Money given back for a sale, in whole đồng without tax; it counts on its own day. */
public record Payback(String id, Sale sale, Instant at, BigDecimal amount) {}
