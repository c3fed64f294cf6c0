/** The screen through real HTTP and a real browser. */
@NullMarked
package vn.nhip.web;

import org.jspecify.annotations.NullMarked;
