/** Tests of the files connector, on real files in temporary folders. */
@NullMarked
package vn.nhip.connector.files;

import org.jspecify.annotations.NullMarked;
