/**
 * What every connector is tested with: the contract that it extends, and a source that replays and fails on demand.
 *
 * <p>Must not know the engine, the store or any one connector.
 */
@NullMarked
package vn.nhip.testkit;

import org.jspecify.annotations.NullMarked;
