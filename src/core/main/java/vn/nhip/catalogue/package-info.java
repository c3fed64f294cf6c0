/**
 * Metrics and KPIs as data: the YAML of {@code config/kpis}, checked at load.
 *
 * <p>Must not know the store or how values are computed.
 */
@NullMarked
package vn.nhip.catalogue;

import org.jspecify.annotations.NullMarked;
