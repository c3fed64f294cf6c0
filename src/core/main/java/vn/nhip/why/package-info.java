/**
 * Why a KPI moved: which period it is compared with, and contributions of parts and factors that make the change exactly.
 *
 * <p>Must not know the screen, its words, or any source; it reads published KPI values and changes nothing.
 */
@NullMarked
package vn.nhip.why;

import org.jspecify.annotations.NullMarked;
