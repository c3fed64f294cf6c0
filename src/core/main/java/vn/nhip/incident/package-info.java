/**
 * Incidents: whether a KPI moved, for how long, and what people do about it.
 *
 * <p>Must not know the screen, who is told, or any source; it reads published KPI values only.
 */
@NullMarked
package vn.nhip.incident;

import org.jspecify.annotations.NullMarked;
