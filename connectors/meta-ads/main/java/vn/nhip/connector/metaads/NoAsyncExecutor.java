package vn.nhip.connector.metaads;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIRequest;
import com.google.common.util.concurrent.ListenableFuture;
import java.util.Map;

/** The SDK's asynchronous calls return every error as a row of nulls: none is made. */
final class NoAsyncExecutor implements APIRequest.IAsyncRequestExecutor {

    @Override
    public ListenableFuture<APIRequest.ResponseWrapper> execute(
            String method, String apiUrl, Map<String, Object> allParams, APIContext context) {
        throw new UnsupportedOperationException("calls are made one after the other");
    }

    @Override
    public ListenableFuture<APIRequest.ResponseWrapper> sendGet(
            String apiUrl, Map<String, Object> allParams, APIContext context) {
        return execute("GET", apiUrl, allParams, context);
    }

    @Override
    public ListenableFuture<APIRequest.ResponseWrapper> sendPost(
            String apiUrl, Map<String, Object> allParams, APIContext context) {
        return execute("POST", apiUrl, allParams, context);
    }

    @Override
    public ListenableFuture<APIRequest.ResponseWrapper> sendDelete(
            String apiUrl, Map<String, Object> allParams, APIContext context) {
        return execute("DELETE", apiUrl, allParams, context);
    }
}
