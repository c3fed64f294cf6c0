/**
 * Proves each source on the sample business: what is in the store after a night is the truth, whatever went wrong.
 *
 * <p>A source is one {@link vn.nhip.manifest.source.Sample}; {@link vn.nhip.manifest.source.SourceContract},
 * {@link vn.nhip.manifest.source.TruthContract} and {@link vn.nhip.manifest.source.FaultContract} do the rest.
 */
@NullMarked
package vn.nhip.manifest.source;

import org.jspecify.annotations.NullMarked;
