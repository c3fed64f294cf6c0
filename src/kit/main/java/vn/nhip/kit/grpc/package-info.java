/**
 * What connectors to gRPC services share: where and how a service is called, with which token, and what its failures mean.
 *
 * <p>Must not know any one service. Its libraries come with the SDK of the connector that uses it.
 */
@NullMarked
package vn.nhip.kit.grpc;

import org.jspecify.annotations.NullMarked;
