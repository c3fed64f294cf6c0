/**
 * The closed expression language of manifests: {@code {{ … }}} in a text, over declared variables only.
 *
 * <p>Never a template engine, no reflection; must not know manifests, HTTP or YAML.
 */
@NullMarked
package vn.nhip.manifest.expression;

import org.jspecify.annotations.NullMarked;
