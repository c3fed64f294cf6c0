/**
 * The spreadsheet face: workbook and CSV from one report, and the words and number forms that every face shares.
 *
 * <p>Must not know connectors, how values are computed, or the command line.
 */
@NullMarked
package vn.nhip.export;

import org.jspecify.annotations.NullMarked;
