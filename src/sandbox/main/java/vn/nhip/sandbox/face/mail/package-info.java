/**
 * Services that send e-mail campaigns, over the sample business: their reports, with opens by machines and clicks by
 * scanners.
 *
 * <p>Must not know Nhịp, its connectors or its facts.
 */
@NullMarked
package vn.nhip.sandbox.face.mail;

import org.jspecify.annotations.NullMarked;
