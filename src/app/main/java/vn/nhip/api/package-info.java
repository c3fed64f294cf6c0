/**
 * Values, explanations and accounts as JSON: for {@code --json} of the command line and for the web's API, the same.
 *
 * <p>Must not know HTTP or the command line.
 */
@NullMarked
package vn.nhip.api;

import org.jspecify.annotations.NullMarked;
