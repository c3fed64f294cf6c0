/** Tests of the emulated Google Ads, by the vendor's bare stubs. */
@NullMarked
package vn.nhip.sandbox.face.ads;

import org.jspecify.annotations.NullMarked;
