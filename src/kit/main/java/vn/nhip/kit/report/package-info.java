/**
 * What connectors to reports by day share: how a range of days is cut into parts.
 *
 * <p>Must not know any source or how a report is asked for.
 */
@NullMarked
package vn.nhip.kit.report;

import org.jspecify.annotations.NullMarked;
