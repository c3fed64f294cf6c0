/**
 * The platforms of the sample business, running on loopback together. Must know the faces and the truth; must not know the
 * engine, a connector or a home folder.
 */
@NullMarked
package vn.nhip.sandbox.live;

import org.jspecify.annotations.NullMarked;
