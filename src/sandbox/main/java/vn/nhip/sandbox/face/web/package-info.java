/**
 * Services that count visits of web sites on one's own server, over the sample business.
 *
 * <p>Must not know Nhịp, its connectors or its facts.
 */
@NullMarked
package vn.nhip.sandbox.face.web;

import org.jspecify.annotations.NullMarked;
