/**
 * Roll-ups: facts by day, by customer and by period, kept up to date from the marks of what changed.
 *
 * <p>Must not know how KPIs follow from metrics, connectors or screens.
 */
@NullMarked
package vn.nhip.metric;

import org.jspecify.annotations.NullMarked;
