/**
 * Files as a source: CSV, TSV, space-separated text and XLSX, gzipped or not, from one file or a watched folder.
 *
 * <p>Must not know the store, the engine or what a fact is counted for; the mapping says what a line means.
 */
@NullMarked
package vn.nhip.connector.files;

import org.jspecify.annotations.NullMarked;
