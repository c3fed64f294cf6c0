package vn.nhip.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.component.Stream;
import vn.nhip.manifest.component.Stream.Position;
import vn.nhip.spi.ConnectorException;

/** Pages that are read side by side: once the source says how many records there are, so many pages make a slice. */
final class Blocks {

    /** Few enough that a slice is soon begun again, many enough that slices are not all first requests. */
    private static final int PAGES = 10;

    private final Stream stream;
    private final Asking asking;
    private final Optional<List<String>> total;

    Blocks(Stream stream, Asking asking, Optional<List<String>> total) {
        this.stream = stream;
        this.asking = asking;
        this.total = total;
    }

    /** The blocks of one part; none but the whole where the source is not asked for its total. */
    List<Optional<Cut.Pages>> of(Map<String, Object> part) {
        if (total.isEmpty()) {
            return List.of(Optional.empty());
        }
        Position position = new Position(part, Map.of(), stream.paginator().first());
        Asking.Paged page = asking.page(stream, position, Asking.Extra.NONE);
        int size = stream.paginator().size(asking.scope());
        long pages = (records(page) + size - 1) / size;
        List<Optional<Cut.Pages>> blocks = new ArrayList<>();
        for (int first = 1; first <= Math.max(1, pages); first += PAGES) {
            boolean last = first + PAGES > pages;
            blocks.add(Optional.of(new Cut.Pages(first, last ? Optional.empty() : Optional.of(first + PAGES - 1))));
        }
        return blocks;
    }

    private long records(Asking.Paged page) {
        JsonNode at = page.replied().reply().json();
        for (String name : total.orElseThrow()) {
            at = at.path(name);
        }
        if (!at.canConvertToLong()) {
            throw ConnectorException.data(page.replied().reply().call() + " was answered without the total at '"
                    + String.join(".", total.orElseThrow()) + "'");
        }
        return at.asLong();
    }
}
