/**
 * The sample business as the exports that a team would have on a shared drive, with the mappings that read them.
 *
 * <p>Must not know Nhịp's facts, its engine, or any connector's code.
 */
@NullMarked
package vn.nhip.sandbox.files;

import org.jspecify.annotations.NullMarked;
