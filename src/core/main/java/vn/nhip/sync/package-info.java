/**
 * Reads accounts through their connectors into the store: order, retries, progress, reports.
 *
 * <p>Must not know metrics or KPIs, SQL, or any one connector.
 */
@NullMarked
package vn.nhip.sync;

import org.jspecify.annotations.NullMarked;
