/**
 * Services that customers answer and call through, over the sample business.
 *
 * <p>Must not know Nhịp, its connectors or its facts.
 */
@NullMarked
package vn.nhip.sandbox.face.people;

import org.jspecify.annotations.NullMarked;
