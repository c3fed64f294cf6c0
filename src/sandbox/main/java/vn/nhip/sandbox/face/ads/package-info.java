/**
 * The advertising of the sample business as Google Ads shows it: its API, spoken from the other side.
 *
 * <p>Must not know Nhịp, its connectors or its facts.
 */
@NullMarked
package vn.nhip.sandbox.face.ads;

import org.jspecify.annotations.NullMarked;
