/**
 * A manifest as a tree whose references are followed and whose parameters are handed down; every value knows its place.
 *
 * <p>Must not know what the components do.
 */
@NullMarked
package vn.nhip.manifest.tree;

import org.jspecify.annotations.NullMarked;
