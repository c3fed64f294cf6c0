/**
 * Logins: people with a role, their passwords, sessions and invitations, and the record of who did what.
 *
 * <p>Must not know the web, what the pages show, or any source.
 */
@NullMarked
package vn.nhip.login;

import org.jspecify.annotations.NullMarked;
