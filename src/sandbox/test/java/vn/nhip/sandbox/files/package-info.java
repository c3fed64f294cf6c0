/** Claims about the sample files. */
@NullMarked
package vn.nhip.sandbox.files;

import org.jspecify.annotations.NullMarked;
