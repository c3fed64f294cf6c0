package vn.nhip.sandbox.truth;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One journal line in whole đồng; revenue and costs are positive, a reduction of either is negative. */
public record BookEntry(String id, LocalDate day, Side side, BigDecimal amount, String text) {

    public enum Side {
        REVENUE,
        COST_OF_GOODS,
        MARKETING,
        SALES,
        RETENTION,
        OPERATING,
        TAX
    }
}
