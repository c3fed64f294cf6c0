package vn.nhip.sandbox.face.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Cuts rows into pages with cursors; its links repeat the token, as the real ones do. */
final class GraphPaging {

    private static final int USUAL = 25;

    private volatile int most = Integer.MAX_VALUE;

    /** From now on a page has no more rows than this, whatever limit is asked for. */
    void most(int rows) {
        most = rows;
    }

    ObjectNode page(List<? extends JsonNode> rows, GraphAsk ask) {
        int limit = ask.parameter("limit").isEmpty() ? USUAL : Integer.parseInt(ask.parameter("limit"));
        int from = ask.parameter("after").isEmpty() ? 0 : position(ask.parameter("after"));
        int to = Math.min(rows.size(), from + Math.min(most, limit));
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray("data").addAll(rows.subList(Math.min(from, to), to));
        if (!rows.isEmpty()) {
            ObjectNode paging = page.putObject("paging");
            paging.putObject("cursors").put("before", cursor(from)).put("after", cursor(to));
            if (to < rows.size()) {
                paging.put(
                        "next", "https://graph.facebook.com/next?access_token=" + ask.token() + "&after=" + cursor(to));
            }
        }
        return page;
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("at:" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        return Integer.parseInt(text.substring("at:".length()));
    }
}
