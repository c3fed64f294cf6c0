/**
 * What a connector author sees: facts, pages, cursors, settings and the five kinds of failure.
 *
 * <p>Values and two small interfaces only. Must not know the database, the engine, JSON, HTTP or any KPI.
 */
@NullMarked
package vn.nhip.spi;

import org.jspecify.annotations.NullMarked;
