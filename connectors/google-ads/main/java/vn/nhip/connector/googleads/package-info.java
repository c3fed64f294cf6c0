/**
 * Google Ads as a source: what advertising cost and brought by day, from its API, and the accounts that a login reaches.
 *
 * <p>Must not know the store, the engine or what a fact is counted for.
 */
@NullMarked
package vn.nhip.connector.googleads;

import org.jspecify.annotations.NullMarked;
