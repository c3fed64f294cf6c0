/**
 * A vendor's login: consent page, tokens that end and rotate, service accounts, tokens given back.
 *
 * <p>Must not know what the tokens open, nor Nhịp.
 */
@NullMarked
package vn.nhip.sandbox.face.oauth;

import org.jspecify.annotations.NullMarked;
