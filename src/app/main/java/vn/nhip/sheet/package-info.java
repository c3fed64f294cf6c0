/**
 * Writes tables into tabs of a Google Sheet, by the vendor's own REST calls through the house's one client.
 *
 * <p>Must not know screens, the store, or what stands in the tables.
 */
@NullMarked
package vn.nhip.sheet;

import org.jspecify.annotations.NullMarked;
