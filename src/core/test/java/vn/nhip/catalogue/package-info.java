/** Claims about the catalogue's format, its checks and the shipped content. */
@NullMarked
package vn.nhip.catalogue;

import org.jspecify.annotations.NullMarked;
