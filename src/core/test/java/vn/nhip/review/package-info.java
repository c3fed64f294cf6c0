/** Decisions are kept with their reasons, and none without its effect. */
@NullMarked
package vn.nhip.review;

import org.jspecify.annotations.NullMarked;
