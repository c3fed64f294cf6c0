package vn.nhip.kpi.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one customer bought at one time; several of one day count as one purchase.
 *
 * <p>Units: the amount in one currency for all purchases of a model. Time: a business day.
 */
public record Purchase<C>(C customer, LocalDate day, BigDecimal amount) {}
