/** Proves the Meta Ads connector through Meta's own SDK, against an emulated Graph API on loopback. */
@NullMarked
package vn.nhip.connector.metaads;

import org.jspecify.annotations.NullMarked;
