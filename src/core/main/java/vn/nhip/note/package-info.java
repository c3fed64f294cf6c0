/**
 * What people write beside the numbers: a note on a day, of one KPI or of all.
 *
 * <p>Must not know the screen, who may write, or any number.
 */
@NullMarked
package vn.nhip.note;

import org.jspecify.annotations.NullMarked;
