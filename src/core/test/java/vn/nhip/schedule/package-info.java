/** Tests of nights: what is due when, once each, whatever the clock does. */
package vn.nhip.schedule;
