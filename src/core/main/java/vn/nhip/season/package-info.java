/**
 * The rhythm of a business's days: the Vietnamese calendar with the moon's days, and what a period should have reached.
 *
 * <p>Must not know KPIs, the store, or who is told.
 */
@NullMarked
package vn.nhip.season;

import org.jspecify.annotations.NullMarked;
