/**
 * The web visits of the sample business as Google Analytics shows them: its Data API, spoken from the other side.
 *
 * <p>Must not know Nhịp, its connectors or its facts.
 */
@NullMarked
package vn.nhip.sandbox.face.analytics;

import org.jspecify.annotations.NullMarked;
