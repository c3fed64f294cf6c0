/** Logins hold on both databases. */
@NullMarked
package vn.nhip.login;

import org.jspecify.annotations.NullMarked;
