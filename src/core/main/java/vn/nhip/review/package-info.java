/**
 * The monthly review: what a team decided about each KPI, why, and how the KPI stood then.
 *
 * <p>Must not know the screen, nhip.yaml or how values come about; who decides hands in what takes effect.
 */
@NullMarked
package vn.nhip.review;

import org.jspecify.annotations.NullMarked;
