/**
 * One fictional Vietnamese shop, the same for everybody who gives the same seed: sample data for the demo and for tests.
 *
 * <p>Must not know Nhịp's facts, its engine, or any file format.
 */
@NullMarked
package vn.nhip.sandbox;

import org.jspecify.annotations.NullMarked;
