@NullMarked
package vn.nhip.manifest;

import org.jspecify.annotations.NullMarked;
