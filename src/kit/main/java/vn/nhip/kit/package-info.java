/**
 * What connectors share: calling out over HTTP, reading JSON and YAML, mapping records to facts, evaluating expressions.
 *
 * <p>Must not know the database, the engine, any KPI, or any one source.
 */
@NullMarked
package vn.nhip.kit;

import org.jspecify.annotations.NullMarked;
