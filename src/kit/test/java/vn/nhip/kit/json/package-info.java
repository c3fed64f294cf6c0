/** Proves that JSON from outside is read within limits. */
@NullMarked
package vn.nhip.kit.json;

import org.jspecify.annotations.NullMarked;
