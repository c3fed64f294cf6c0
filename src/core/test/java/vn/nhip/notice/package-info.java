/**
 * Notices tried through a real mail server and a real web server on loopback, over a real store.
 *
 * <p>Must not know how notices come to be written.
 */
@NullMarked
package vn.nhip.notice;

import org.jspecify.annotations.NullMarked;
