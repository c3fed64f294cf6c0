/**
 * What customers will buy and be worth: the BG/NBD model of repeat purchases and the Gamma-Gamma model of spend.
 *
 * <p>Must not know the store, metrics, configuration or time zones: histories in, numbers out.
 */
@NullMarked
package vn.nhip.kpi.model;

import org.jspecify.annotations.NullMarked;
