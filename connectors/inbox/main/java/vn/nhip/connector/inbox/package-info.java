/**
 * Reads what forms, calls, chats and surveys send of their own accord.
 *
 * <p>Checks signatures and maps what was kept. Must not know the web server or the database.
 */
@NullMarked
package vn.nhip.connector.inbox;

import org.jspecify.annotations.NullMarked;
