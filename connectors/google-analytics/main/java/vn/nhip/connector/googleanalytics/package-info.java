/**
 * Google Analytics 4 as a source: reports by day from its Data API.
 *
 * <p>Must not know the store, the engine or what a fact is counted for.
 */
@NullMarked
package vn.nhip.connector.googleanalytics;

import org.jspecify.annotations.NullMarked;
