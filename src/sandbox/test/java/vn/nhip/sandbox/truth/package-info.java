/** Claims about the truth model. */
@NullMarked
package vn.nhip.sandbox.truth;

import org.jspecify.annotations.NullMarked;
