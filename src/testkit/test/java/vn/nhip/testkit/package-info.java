/**
 * Proof that the contract passes a good connector and catches a broken one.
 *
 * <p>Must not know any real connector.
 */
@NullMarked
package vn.nhip.testkit;

import org.jspecify.annotations.NullMarked;
