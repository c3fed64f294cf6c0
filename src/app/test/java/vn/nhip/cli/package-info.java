/**
 * Claims about the commands, made by running them as a user would.
 *
 * <p>Must not reach into the store.
 */
@NullMarked
package vn.nhip.cli;

import org.jspecify.annotations.NullMarked;
