/**
 * From a record of any source to typed facts, as a {@code facts.yaml} declares: fields with their shapes, then rules.
 *
 * <p>Never guesses a shape; must not know files, HTTP, the database or where a record comes from.
 */
@NullMarked
package vn.nhip.kit.facts;

import org.jspecify.annotations.NullMarked;
