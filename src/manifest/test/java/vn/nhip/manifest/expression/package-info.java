@NullMarked
package vn.nhip.manifest.expression;

import org.jspecify.annotations.NullMarked;
