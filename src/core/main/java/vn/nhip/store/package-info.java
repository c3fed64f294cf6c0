/**
 * The durable store: one database, its migrations, the fact tables, keys and encryption.
 *
 * <p>Must not know connectors, metrics or KPIs.
 */
@NullMarked
package vn.nhip.store;

import org.jspecify.annotations.NullMarked;
