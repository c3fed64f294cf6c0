/**
 * Where every speed figure comes from: mains that print what they measured, beside a bare reference in the same run.
 *
 * <p>Must not be used by anything else; asserts nothing.
 */
@NullMarked
package vn.nhip.bench;

import org.jspecify.annotations.NullMarked;
