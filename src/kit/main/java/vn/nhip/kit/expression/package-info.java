/**
 * A small closed language for mappings and formulas: literals, names, arithmetic, comparisons, a fixed list of functions.
 *
 * <p>Never a template engine; must not know YAML, facts or any class outside the JDK's values.
 */
@NullMarked
package vn.nhip.kit.expression;

import org.jspecify.annotations.NullMarked;
