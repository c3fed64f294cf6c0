/**
 * KPI values: computed from metrics, published, restated, read.
 *
 * <p>Must not know connectors, screens or spreadsheets.
 */
@NullMarked
package vn.nhip.kpi;

import org.jspecify.annotations.NullMarked;
