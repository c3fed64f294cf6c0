/**
 * The sample business as vendors' services show it: one face per protocol, on loopback, failing on demand.
 *
 * <p>Must not know Nhịp, its connectors or its facts.
 */
@NullMarked
package vn.nhip.sandbox.face;

import org.jspecify.annotations.NullMarked;
