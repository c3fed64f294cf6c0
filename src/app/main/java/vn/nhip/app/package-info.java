/**
 * Start and wiring: the home folder, and everything a command needs, opened together.
 *
 * <p>Must not know how anything is computed, shown or exported.
 */
@NullMarked
package vn.nhip.app;

import org.jspecify.annotations.NullMarked;
