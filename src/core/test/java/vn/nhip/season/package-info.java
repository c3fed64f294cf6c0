/** The calendar is right, and periods are judged by it. */
@NullMarked
package vn.nhip.season;

import org.jspecify.annotations.NullMarked;
