/** Proves the server that emulated JSON services stand on. */
@NullMarked
package vn.nhip.sandbox.face.rest;

import org.jspecify.annotations.NullMarked;
