/** Tests of the Google Ads connector, against the sample business behind a real gRPC server on loopback. */
@NullMarked
package vn.nhip.connector.googleads;

import org.jspecify.annotations.NullMarked;
