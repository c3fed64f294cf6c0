/**
 * Meta Ads: what advertising cost and brought by day, and the leads of lead forms, through Meta's own SDK.
 *
 * <p>Must not know the store, the engine, or any KPI.
 */
@NullMarked
package vn.nhip.connector.metaads;

import org.jspecify.annotations.NullMarked;
