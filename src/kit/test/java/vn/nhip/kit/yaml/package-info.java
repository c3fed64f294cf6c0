/** Claims about reading YAML: places, limits, all problems at once. */
@NullMarked
package vn.nhip.kit.yaml;

import org.jspecify.annotations.NullMarked;
