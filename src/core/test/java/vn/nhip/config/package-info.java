/** Claims about {@code nhip.yaml} and the proposals made from the setup. */
@NullMarked
package vn.nhip.config;

import org.jspecify.annotations.NullMarked;
