/**
 * Customer systems as services, over the sample business: people who asked, partners, and deals.
 *
 * <p>Must not know Nhịp, its connectors or its facts.
 */
@NullMarked
package vn.nhip.sandbox.face.crm;

import org.jspecify.annotations.NullMarked;
