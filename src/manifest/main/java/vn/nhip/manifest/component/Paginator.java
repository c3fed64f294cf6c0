package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** How the next page is asked for. A token is a text or a whole number. */
public record Paginator(Strategy strategy, Optional<RequestOption> size, Optional<RequestOption> token) {

    /** What comes after a page. */
    sealed interface Strategy {
        Optional<Template> pageSize();

        default Counted counted() {
            return Counted.NOTHING;
        }

        default int origin() {
            return 0;
        }
    }

    /** What the token of a page counts. */
    enum Counted {
        RECORDS,
        PAGES,
        NOTHING
    }

    record Single(Optional<Template> pageSize) implements Strategy {}

    record Offset(Optional<Template> pageSize, boolean first) implements Strategy {
        @Override
        public Counted counted() {
            return Counted.RECORDS;
        }
    }

    record Numbered(Optional<Template> pageSize, int origin, boolean first) implements Strategy {
        @Override
        public Counted counted() {
            return Counted.PAGES;
        }
    }

    record Pointed(Optional<Template> pageSize, Template next, Optional<Template> stop) implements Strategy {}

    static Paginator of(Component component) {
        if (component.type().equals("NoPagination")) {
            component.allow();
            return none();
        }
        if (!component.type().equals("DefaultPaginator")) {
            throw component.unsupported("a paginator");
        }
        component.allow("pagination_strategy", "page_size_option", "page_token_option");
        return new Paginator(
                strategy(component.child("pagination_strategy", "")),
                component.findChild("page_size_option", "RequestOption").map(RequestOption::of),
                component.findChild("page_token_option", "RequestOption").map(RequestOption::of));
    }

    /** The whole stream in one page. */
    static Paginator none() {
        return new Paginator(new Single(Optional.empty()), Optional.empty(), Optional.empty());
    }

    private static Strategy strategy(Component component) {
        Optional<Template> size = component.findTemplate("page_size", Variables.CONFIG);
        return switch (component.type()) {
            case "OffsetIncrement" ->
                new Offset(
                        size,
                        component.allow("page_size", "inject_on_first_request").yes("inject_on_first_request"));
            case "PageIncrement" -> {
                component.allow("page_size", "start_from_page", "inject_on_first_request");
                yield new Numbered(
                        size, component.wholeNumber("start_from_page", 0), component.yes("inject_on_first_request"));
            }
            case "CursorPagination" -> {
                component.allow("page_size", "cursor_value", "stop_condition");
                yield new Pointed(
                        size,
                        component.template("cursor_value", Variables.PAGING),
                        component.findTemplate("stop_condition", Variables.PAGING));
            }
            default -> throw component.unsupported("a pagination strategy");
        };
    }

    /** The token of the first request, where it has one. */
    public Optional<Object> first() {
        if (strategy instanceof Offset offset && offset.first()) {
            return Optional.of(BigDecimal.ZERO);
        }
        return strategy instanceof Numbered numbered && numbered.first()
                ? Optional.of(BigDecimal.valueOf(numbered.origin()))
                : Optional.empty();
    }

    void put(RequestParts parts, Optional<Object> next, Scope scope) {
        strategy.pageSize()
                .flatMap(template -> size.map(option -> Map.entry(option, template)))
                .ifPresent(pair -> pair.getKey().put(parts, pair.getValue().value(scope), scope));
        next.ifPresent(value -> token.ifPresent(option -> option.put(parts, value, scope)));
    }

    /** The token of the page after this one, or nothing when this was the last. */
    public Optional<Object> after(
            HttpReply reply, JsonNode body, List<JsonNode> records, Optional<Object> token, Scope scope) {
        if (strategy instanceof Pointed pointed) {
            return pointed(pointed, reply, body, records, scope);
        }
        boolean full = !records.isEmpty() && records.size() >= pageSize(scope);
        if (!full || strategy instanceof Single) {
            return Optional.empty();
        }
        BigDecimal at = (BigDecimal) token.orElse(
                strategy instanceof Numbered numbered ? BigDecimal.valueOf(numbered.origin()) : BigDecimal.ZERO);
        int step = strategy instanceof Numbered ? 1 : records.size();
        return Optional.of(at.add(BigDecimal.valueOf(step)));
    }

    /** The token of the page with this number, counted from 1; nothing where pages are not counted. */
    public Optional<Object> page(int number, Scope scope) {
        if (number == 1 && first().isEmpty()) {
            return Optional.empty();
        }
        return switch (strategy.counted()) {
            case RECORDS -> Optional.of(BigDecimal.valueOf((number - 1L) * pageSize(scope)));
            case PAGES -> Optional.of(BigDecimal.valueOf((long) strategy.origin() + number - 1));
            case NOTHING -> Optional.empty();
        };
    }

    /** Whether pages can be asked for in any order. */
    public boolean counts() {
        return strategy.counted() != Counted.NOTHING && strategy.pageSize().isPresent();
    }

    /** Records on a full page. */
    public int size(Scope scope) {
        return pageSize(scope);
    }

    private int pageSize(Scope scope) {
        return strategy.pageSize()
                .map(template -> template.value(scope))
                .filter(BigDecimal.class::isInstance)
                .map(number -> ((BigDecimal) number).intValue())
                .orElse(1);
    }

    private static Optional<Object> pointed(
            Pointed pointed, HttpReply reply, JsonNode body, List<JsonNode> records, Scope scope) {
        Scope seen = scope.with("response", Values.of(body))
                .with("headers", Links.headers(reply))
                .with("last_page_size", BigDecimal.valueOf(records.size()));
        if (!records.isEmpty()) {
            seen = seen.with("last_record", Values.of(records.get(records.size() - 1)));
        }
        Scope last = seen;
        if (pointed.stop().filter(stop -> stop.truth(last)).isPresent()) {
            return Optional.empty();
        }
        Object next = pointed.next().value(last);
        return Values.truth(next) ? Optional.of(next) : Optional.empty();
    }
}
