/** Tests of the store: its contract on both databases, and proof that the contract can fail. */
package vn.nhip.store;
