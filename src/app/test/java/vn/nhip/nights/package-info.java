/**
 * Nights of the whole: engine, store, connections, connectors with the vendors' SDKs, on platforms that fail as planned.
 * Must know the truth that the platforms tell; must not know how a connector or the engine does its work.
 */
@NullMarked
package vn.nhip.nights;

import org.jspecify.annotations.NullMarked;
