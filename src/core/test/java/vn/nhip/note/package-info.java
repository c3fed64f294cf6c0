/** Notes hold on both databases. */
@NullMarked
package vn.nhip.note;

import org.jspecify.annotations.NullMarked;
