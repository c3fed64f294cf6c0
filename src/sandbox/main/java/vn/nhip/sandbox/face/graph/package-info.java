/**
 * Meta's Graph API over the sample business: insights, reports that take time, ad accounts, lead forms.
 *
 * <p>Must not know Nhịp, its connectors or its facts.
 */
@NullMarked
package vn.nhip.sandbox.face.graph;

import org.jspecify.annotations.NullMarked;
