/**
 * Reading JSON that somebody else wrote, within limits.
 *
 * <p>Must not know where the bytes come from, nor any one source.
 */
@NullMarked
package vn.nhip.kit.json;

import org.jspecify.annotations.NullMarked;
