@NullMarked
package vn.nhip.connector.inbox;

import org.jspecify.annotations.NullMarked;
