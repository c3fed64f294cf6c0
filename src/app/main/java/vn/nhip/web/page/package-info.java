/**
 * What the pages show: each view is made from a report, a value or a run, in one language, and drawn by the template of
 * its name.
 *
 * <p>Must not know HTTP, who is logged in beyond their name and role, or how anything is computed.
 */
@NullMarked
package vn.nhip.web.page;

import org.jspecify.annotations.NullMarked;
