/** Mappings from rows to facts: known rows, refusals with their places, properties, damaged files. */
@NullMarked
package vn.nhip.kit.facts;

import org.jspecify.annotations.NullMarked;
