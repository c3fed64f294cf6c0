/** What moved is found, kept and followed. */
@NullMarked
package vn.nhip.incident;

import org.jspecify.annotations.NullMarked;
