/**
 * Claims about connections: what is sealed stays sealed, and a token is renewed once and never lost.
 *
 * <p>Must not know any one connector.
 */
@NullMarked
package vn.nhip.connection;

import org.jspecify.annotations.NullMarked;
