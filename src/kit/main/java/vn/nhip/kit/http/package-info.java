/**
 * The one way out over HTTP: who may be called, how long and how much, and what an answer means.
 *
 * <p>Nobody else opens a connection of their own. Must not know any one source, the engine or the database.
 */
@NullMarked
package vn.nhip.kit.http;

import org.jspecify.annotations.NullMarked;
