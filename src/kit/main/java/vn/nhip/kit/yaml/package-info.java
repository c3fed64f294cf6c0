/**
 * The one way to read YAML: every value knows its file, line and column, so that every problem can be named.
 *
 * <p>Must not know what the files mean.
 */
@NullMarked
package vn.nhip.kit.yaml;

import org.jspecify.annotations.NullMarked;
