/**
 * The screen: an HTTP server on this machine, who may open which page, and what is done when a form is sent.
 *
 * <p>Must not know how numbers are computed or rendered, and calls no source: it reads the store through the workplace.
 */
@NullMarked
package vn.nhip.web;

import org.jspecify.annotations.NullMarked;
