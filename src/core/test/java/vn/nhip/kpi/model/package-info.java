/**
 * The models against formulas, simulated customers and the published CDNOW answers.
 *
 * <p>Must not know the store.
 */
@NullMarked
package vn.nhip.kpi.model;

import org.jspecify.annotations.NullMarked;
