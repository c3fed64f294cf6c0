/**
 * The components of a manifest, read and checked once, and what each of them does with one request or reply.
 *
 * <p>Must not know facts, and calls nothing.
 */
@NullMarked
package vn.nhip.manifest.component;

import org.jspecify.annotations.NullMarked;
