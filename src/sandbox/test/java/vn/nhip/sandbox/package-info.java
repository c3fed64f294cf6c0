/** Claims about the sample business. */
@NullMarked
package vn.nhip.sandbox;

import org.jspecify.annotations.NullMarked;
