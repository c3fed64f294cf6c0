/**
 * Claims about the tables of a connector's README.
 *
 * <p>Must not know any one connector.
 */
@NullMarked
package vn.nhip.kit.docs;

import org.jspecify.annotations.NullMarked;
