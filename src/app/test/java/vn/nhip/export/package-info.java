@NullMarked
package vn.nhip.export;

import org.jspecify.annotations.NullMarked;
