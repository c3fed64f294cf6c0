package vn.nhip.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.kit.http.HttpCall;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Secret;

/** Calls the loopback platform with both of its credentials. */
record LoopbackCalls(GuardedHttp http, ConnectorContext context, Secret developer, String customer) {

    JsonNode get(String path) {
        URI at = context.site().base().orElseThrow().resolve(path);
        Secret token = context.access().token();
        HttpReply reply = http.send(HttpCall.get(at).bearer(token).header("developer-token", developer.reveal()));
        if (reply.status() == 401) {
            context.access().refused(token);
        }
        return reply.orFailure().json();
    }
}
