/** Tests of the Google Analytics connector, against the sample business behind a real gRPC server on loopback. */
@NullMarked
package vn.nhip.connector.googleanalytics;

import org.jspecify.annotations.NullMarked;
