package vn.nhip.connector.metaads;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIRequest;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import vn.nhip.kit.http.HttpCall;
import vn.nhip.kit.http.HttpReply;

/**
 * Sends the SDK's requests through the guarded client, with the token in a header instead of the address.
 *
 * <p>The SDK has one executor for the whole process. This one knows nothing: all that belongs to an account it takes from
 * the request's {@link GraphContext}, and it refuses any other context. So it may be set as often as accounts are opened.
 */
final class GraphExecutor implements APIRequest.IRequestExecutor {

    /** Has the SDK send everything through here, and nothing through its own asynchronous client. */
    static void install() {
        APIRequest.changeRequestExecutor(new GraphExecutor());
        APIRequest.changeAsyncRequestExecutor(new NoAsyncExecutor());
    }

    @Override
    public APIRequest.ResponseWrapper execute(
            String method, String apiUrl, Map<String, Object> allParams, APIContext context) {
        return switch (method) {
            case "GET" -> sendGet(apiUrl, allParams, context);
            case "POST" -> sendPost(apiUrl, allParams, context);
            default -> sendDelete(apiUrl, allParams, context);
        };
    }

    @Override
    public APIRequest.ResponseWrapper sendGet(String apiUrl, Map<String, Object> allParams, APIContext context) {
        return send(HttpCall.get(URI.create(apiUrl + "?" + HttpCall.encoded(fields(allParams)))), context);
    }

    @Override
    public APIRequest.ResponseWrapper sendPost(String apiUrl, Map<String, Object> allParams, APIContext context) {
        return send(HttpCall.form(URI.create(apiUrl), fields(allParams)), context);
    }

    @Override
    public APIRequest.ResponseWrapper sendDelete(String apiUrl, Map<String, Object> allParams, APIContext context) {
        throw new UnsupportedOperationException("nothing is ever deleted at Meta");
    }

    private static Map<String, String> fields(Map<String, Object> parameters) {
        Map<String, String> fields = new TreeMap<>();
        parameters.forEach((name, value) -> fields.put(name, String.valueOf(value)));
        fields.remove("access_token");
        return fields;
    }

    private static APIRequest.ResponseWrapper send(HttpCall call, APIContext context) {
        if (!(context instanceof GraphContext own)) {
            throw new IllegalStateException("only calls of this connector go through its executor");
        }
        HttpReply http = own.http().send(call.bearer(own.token()));
        GraphReply reply = GraphReply.of(http, own.token());
        own.answered(reply);
        return new APIRequest.ResponseWrapper(reply.text(), "{}");
    }
}
