package vn.nhip.connector.metaads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;

/**
 * How far the leads have come: the forms found so far, whether that is all of them, and the page to go on with.
 *
 * <p>Shape: once all forms are known, the first one is under way.
 */
record LeadProgress(List<String> forms, boolean known, String after) {

    private static final JsonMapper JSON = new JsonMapper();

    LeadProgress {
        forms = List.copyOf(forms);
    }

    static LeadProgress of(Optional<Cursor> cursor) {
        return cursor.map(LeadProgress::read).orElseGet(() -> new LeadProgress(List.of(), false, ""));
    }

    private static LeadProgress read(Cursor cursor) {
        try {
            return JSON.readValue(cursor.value(), LeadProgress.class);
        } catch (JsonProcessingException unreadable) {
            throw ConnectorException.data("the place to go on from was written by another version of this connector");
        }
    }

    /** Nothing when all forms are read. */
    Optional<Cursor> cursor() {
        if (known && forms.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Cursor(JSON.writeValueAsString(this)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    LeadProgress at(String position) {
        return new LeadProgress(forms, known, position);
    }

    LeadProgress nextForm() {
        return new LeadProgress(forms.subList(1, forms.size()), true, "");
    }
}
