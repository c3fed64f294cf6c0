/** Tests of reading accounts: slices, crashes, retries, isolation, speed. */
package vn.nhip.sync;
