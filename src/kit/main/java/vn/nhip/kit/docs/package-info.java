/**
 * The tables of a connector's README, rendered from what it declares.
 *
 * <p>Must not know files, screens or any one connector.
 */
@NullMarked
package vn.nhip.kit.docs;

import org.jspecify.annotations.NullMarked;
