/**
 * What was handed out and what goes out by itself: addresses under which other programs read, files that were made,
 * who gets the numbers by mail each morning, and spreadsheets that are written.
 *
 * <p>Must not know HTTP or mail servers, how a file looks, or how any number is computed.
 */
@NullMarked
package vn.nhip.handout;

import org.jspecify.annotations.NullMarked;
