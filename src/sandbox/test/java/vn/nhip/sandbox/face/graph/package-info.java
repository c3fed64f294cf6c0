/** Proves the emulated Graph API. */
@NullMarked
package vn.nhip.sandbox.face.graph;

import org.jspecify.annotations.NullMarked;
