/**
 * Notices on their way out: what waits in the outbox goes by e-mail and to a webhook, tried again until it arrives.
 *
 * <p>Must not know why a notice was written, in what words it is told, or how sources are read.
 */
@NullMarked
package vn.nhip.notice;

import org.jspecify.annotations.NullMarked;
