package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.ConnectorException;

/** A report that the source makes while we wait: how it is ordered, asked after, and where it is then. */
public record AsyncJob(
        Requester creation,
        Requester polling,
        RecordSelector status,
        Optional<RecordSelector> targets,
        Map<String, State> states) {

    /** What a source may say of a report. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED,
        TIMEOUT,
        SKIPPED
    }

    static AsyncJob of(Component retriever) {
        Component mapping = retriever
                .child("status_mapping", "AsyncJobStatusMap")
                .allow("running", "completed", "failed", "timeout", "skipped");
        Map<String, State> states = new HashMap<>();
        for (State state : State.values()) {
            mapping.texts(state.name().toLowerCase(Locale.ROOT)).forEach(word -> states.put(word, state));
        }
        return new AsyncJob(
                Requester.of(retriever.child("creation_requester", "HttpRequester")),
                Requester.of(retriever.child("polling_requester", "HttpRequester")),
                RecordSelector.place(retriever.child("status_extractor", "DpathExtractor")),
                retriever
                        .findChild("download_target_extractor", "DpathExtractor")
                        .map(RecordSelector::place),
                states);
    }

    /**
     * What the source says of the report.
     *
     * @throws ConnectorException DATA for a word that the manifest does not know
     */
    public State state(JsonNode polled, Scope scope) {
        String word = status.values(polled, scope).stream()
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
        State state = states.get(word);
        if (state == null) {
            throw ConnectorException.data("the report has the unknown status '" + word + "'; the manifest maps "
                    + String.join(", ", states.keySet()));
        }
        return state;
    }

    /** Where the parts of the report are; one part where the manifest does not say. */
    public List<String> targets(JsonNode polled, Scope scope) {
        if (targets.isEmpty()) {
            return List.of("");
        }
        List<String> all = new ArrayList<>();
        targets.get().values(polled, scope).forEach(found -> {
            if (found.isArray()) {
                found.forEach(one -> all.add(one.asText()));
            } else {
                all.add(found.asText());
            }
        });
        return all;
    }
}
