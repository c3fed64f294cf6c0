/**
 * The manifest runtime: a folder of {@code manifest.yaml} and {@code facts.yaml} as a connector.
 *
 * <p>Knows the manifest language and the kit's guarded HTTP; must not know the engine, its store, or any one source.
 */
@NullMarked
package vn.nhip.manifest;

import org.jspecify.annotations.NullMarked;
