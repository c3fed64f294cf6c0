/**
 * What the gRPC faces share: the server, its check of tokens, what it was asked, and the faults that it can have.
 *
 * <p>Must not know any one service or what happened in the business.
 */
@NullMarked
package vn.nhip.sandbox.face.grpc;

import org.jspecify.annotations.NullMarked;
