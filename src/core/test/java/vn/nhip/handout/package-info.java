/** Handouts hold on both databases. */
@NullMarked
package vn.nhip.handout;

import org.jspecify.annotations.NullMarked;
