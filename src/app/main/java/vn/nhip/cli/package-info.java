/**
 * The commands: what a person types, what the terminal shows, which exit code a script sees.
 *
 * <p>Must not know SQL, file formats or formulas.
 */
@NullMarked
package vn.nhip.cli;

import org.jspecify.annotations.NullMarked;
