/**
 * Services that hold books, sheets and exchange rates, over the sample business.
 *
 * <p>Must not know Nhịp, its connectors or its facts.
 */
@NullMarked
package vn.nhip.sandbox.face.books;

import org.jspecify.annotations.NullMarked;
