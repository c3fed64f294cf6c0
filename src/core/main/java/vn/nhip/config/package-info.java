/**
 * What an operator writes in {@code nhip.yaml}: the workspace, its accounts, targets and owners.
 *
 * <p>Must not know the store or any connector.
 */
@NullMarked
package vn.nhip.config;

import org.jspecify.annotations.NullMarked;
