@NullMarked
package vn.nhip.kpi;

import org.jspecify.annotations.NullMarked;
