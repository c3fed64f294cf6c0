/**
 * Decides when accounts are read, periods closed and the workbook written; the only package that knows Quartz.
 *
 * <p>Must not know SQL, connectors, or how a value is computed.
 */
@NullMarked
package vn.nhip.schedule;

import org.jspecify.annotations.NullMarked;
