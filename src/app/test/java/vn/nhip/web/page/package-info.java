/** What pages show is what was meant. */
@NullMarked
package vn.nhip.web.page;

import org.jspecify.annotations.NullMarked;
