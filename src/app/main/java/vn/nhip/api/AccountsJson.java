package vn.nhip.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import vn.nhip.export.Report;

/** The accounts of a workspace as JSON: how fresh each is and how much it gave. */
public final class AccountsJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AccountsJson() {}

    /** An array, in the order of the settings. */
    public static String render(List<Report.Source> sources) {
        ArrayNode list = JSON.createArrayNode();
        sources.forEach(source -> list.addObject()
                .put("account", source.account())
                .put("title", source.title())
                .put("connector", source.connector())
                .put("last-success", source.lastSuccess().map(Object::toString).orElse(null))
                .put(
                        "complete-through",
                        source.completeThrough().map(Object::toString).orElse(null))
                .put("records", source.records().orElseThrow())
                .put("held-back", source.quarantined())
                .put("last-error", source.lastError()));
        return list.toString();
    }
}
