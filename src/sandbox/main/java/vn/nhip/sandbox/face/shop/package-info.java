/**
 * Tills and web shops as services, over the sample business: invoices and orders, returns, customers.
 *
 * <p>Must not know Nhịp, its connectors or its facts.
 */
@NullMarked
package vn.nhip.sandbox.face.shop;

import org.jspecify.annotations.NullMarked;
