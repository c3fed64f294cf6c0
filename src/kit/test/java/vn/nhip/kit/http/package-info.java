/** Proves the one HTTP client, against real sockets on loopback. */
@NullMarked
package vn.nhip.kit.http;

import org.jspecify.annotations.NullMarked;
