/** Contributions make the change, in every case that numbers can be in. */
@NullMarked
package vn.nhip.why;

import org.jspecify.annotations.NullMarked;
