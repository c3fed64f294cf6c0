package vn.nhip.connector.googleads;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.kit.grpc.GrpcService;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Secret;

/** Where Google Ads is called, as which developer; opened once per way in. */
record AdsDoor(String host, ConnectorContext context, Secret developerToken, Duration patience) {

    /** The API for calls by itself, or through a manager account; {@code source} is what messages begin with. */
    Ads open(String source, Optional<String> manager) {
        Map<String, String> headers = new TreeMap<>(Map.of("developer-token", developerToken.reveal()));
        manager.ifPresent(id -> headers.put("login-customer-id", id));
        return new Ads(source, new GrpcService(host, context.site(), headers, patience), context.access());
    }
}
