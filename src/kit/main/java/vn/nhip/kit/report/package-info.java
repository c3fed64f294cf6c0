/**
 * What connectors to reports by day share: how a range of days is cut into slices, what an account
 * has more than its parts, on which days it had nothing, and which field of a row cannot be read.
 *
 * <p>Must not know any source or how a report is asked for.
 */
@NullMarked
package vn.nhip.kit.report;

import org.jspecify.annotations.NullMarked;
