/**
 * Connections: credentials at providers, sealed in the store; tokens renewed once for all who use them; consent in the
 * browser.
 *
 * <p>Must not know any one connector, how accounts are read, or what becomes of what they give.
 */
@NullMarked
package vn.nhip.connection;

import org.jspecify.annotations.NullMarked;
