/** Known vectors, an injection corpus and properties of the expression language. */
@NullMarked
package vn.nhip.kit.expression;

import org.jspecify.annotations.NullMarked;
