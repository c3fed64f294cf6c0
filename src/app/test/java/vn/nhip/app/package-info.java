/**
 * Claims about the whole program: its arrows and its commands.
 *
 * <p>Must not know internals of the modules.
 */
@NullMarked
package vn.nhip.app;

import org.jspecify.annotations.NullMarked;
