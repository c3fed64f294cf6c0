/**
 * What really happened in a business, and the KPI values that follow from it directly.
 *
 * <p>Must not know Nhịp's facts, its engine, any file format or any vendor.
 */
@NullMarked
package vn.nhip.sandbox.truth;

import org.jspecify.annotations.NullMarked;
