package vn.nhip.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import vn.nhip.spi.Connector;
import vn.nhip.spi.Page;
import vn.nhip.testkit.Answer;
import vn.nhip.testkit.FakeSource;
import vn.nhip.testkit.Received;

/** A list that changes between the pages of one reading: what was missed there is found when it is read again. */
class PagingUnderChangeTest {

    private static final int PAGE = 3;
    private static final Pattern OFFSET = Pattern.compile("offset=([0-9]+)");

    private final List<Integer> rows = new ArrayList<>();
    private final Deque<Change> coming = new ArrayDeque<>();
    private int next;
    private final FakeSource source;
    private final Connector connector;

    /** What happens to the list before a page is made. */
    private enum Kind {
        INSERT,
        DELETE,
        MOVE,
        NOTHING
    }

    private record Change(Kind kind, int from, int to) {}

    PagingUnderChangeTest() throws IOException {
        Path own = Files.createDirectory(Files.createTempDirectory("paging").resolve("own"));
        Files.writeString(
                own.resolve("manifest.yaml"),
                """
                version: 6.1.0
                type: DeclarativeSource
                check: {type: CheckStream, stream_names: [rows]}
                streams:
                  - name: rows
                    retriever:
                      requester: {url_base: "https://api.example.com", path: rows}
                      record_selector: {extractor: {field_path: []}}
                      paginator:
                        type: DefaultPaginator
                        page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: offset}
                        pagination_strategy: {type: OffsetIncrement, page_size: 3}
                """);
        Files.writeString(
                own.resolve("facts.yaml"),
                """
                title: Own
                hosts: [api.example.com]
                streams:
                  rows:
                    read: {restated-days: 1}
                    fields: {id: {column: id}}
                    facts: [{fact: lead, id: id, created-at: "day('2026-01-01')", origin: "'crm'", channel: "'crm'", status: "'open'"}]
                """);
        source = FakeSource.speaking(this::page);
        connector = Desk.open(own, source, "none-given");
    }

    @AfterProperty
    void close() {
        connector.close();
        source.close();
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void noInsertIsLostAfterTheReconcile(@ForAll("changes") List<Change> changes) {
        reconciled(changes);
    }

    @Tag("release")
    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void noInsertIsLostAfterTheReconcileInLongRuns(@ForAll("changes") List<Change> changes) {
        reconciled(changes);
    }

    private void reconciled(List<Change> changes) {
        rows.clear();
        for (next = 0; next < 2 * PAGE + 1; next++) {
            rows.add(next);
        }
        coming.addAll(changes);
        Set<String> stored = read();
        coming.forEach(this::happen);
        coming.clear();
        Set<String> before = new TreeSet<>(stored);
        stored.addAll(read());
        assertThat(stored).containsAll(rows.stream().map(String::valueOf).toList());
        assertThat(before).as("nothing is invented").allSatisfy(key -> assertThat(Integer.parseInt(key))
                .isLessThan(next));
    }

    private Set<String> read() {
        return Desk.readAll(connector, "rows").stream()
                .map(Page::facts)
                .flatMap(List::stream)
                .map(envelope -> envelope.fact().key())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private synchronized Answer page(Received request) {
        Change change = coming.poll();
        if (change != null) {
            happen(change);
        }
        Matcher offset = OFFSET.matcher(request.target());
        int from = Math.min(rows.size(), offset.find() ? Integer.parseInt(offset.group(1)) : 0);
        return Answer.json(rows.subList(from, Math.min(from + PAGE, rows.size())).stream()
                .map(id -> "{\"id\": " + id + "}")
                .collect(Collectors.joining(",", "[", "]")));
    }

    private void happen(Change change) {
        int at = rows.isEmpty() ? 0 : change.from() % rows.size();
        switch (change.kind()) {
            case INSERT -> rows.add(at, next++);
            case DELETE -> {
                if (!rows.isEmpty()) {
                    rows.remove(at);
                }
            }
            case MOVE -> {
                if (!rows.isEmpty()) {
                    Integer moved = rows.remove(at);
                    rows.add(change.to() % (rows.size() + 1), moved);
                }
            }
            case NOTHING -> {}
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 20))
                .as(Change::new)
                .list()
                .ofMaxSize(5);
    }
}
