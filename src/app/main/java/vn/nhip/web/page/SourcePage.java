package vn.nhip.web.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nhip.connection.Connection;
import vn.nhip.spi.Auth;
import vn.nhip.spi.ConnectorSpec;

/** One source: what is read of it and what never, and the ways in. */
public record SourcePage(
        String id,
        String title,
        String reads,
        String never,
        List<Way> ways,
        List<String> existing,
        List<Field> secrets,
        Link link) {

    /** One way in, and how to come by what it needs, step after step. */
    record Way(String id, List<String> steps) {}

    /**
     * What surrounds the forms: the connection that is made anew, what was wrong, the address to paste at the vendor,
     * where to go first to agree in the browser, and the app that was used before.
     */
    record Link(String again, String problem, String redirect, String elsewhere, String clientId, boolean open) {}

    /** What the page is made of. */
    public record Subject(
            ConnectorSpec spec,
            List<Connection> connections,
            Optional<Connection> again,
            Optional<String> problem,
            String redirect,
            Optional<String> elsewhere) {}

    public static SourcePage of(Subject subject, Wording words) {
        ConnectorSpec spec = subject.spec();
        List<Connection> mine = subject.connections().stream()
                .filter(connection -> spec.auth().filter(connection::serves).isPresent())
                .filter(connection -> connection.standing().state() == Connection.State.OK)
                .toList();
        List<Way> ways = List.of(Auth.Way.SERVICE_ACCOUNT, Auth.Way.TOKEN, Auth.Way.OAUTH_CODE).stream()
                .filter(way ->
                        spec.auth().filter(auth -> auth.ways().contains(way)).isPresent())
                .map(way -> way(spec, way, words))
                .toList();
        return new SourcePage(
                spec.id(),
                title(spec, words),
                told(spec, "reads", words),
                told(spec, "never", words),
                ways,
                subject.again().isPresent()
                        ? List.of()
                        : mine.stream().map(Connection::name).toList(),
                Field.secrets(spec, words),
                link(subject, words));
    }

    private static Link link(Subject subject, Wording words) {
        String provider = subject.spec().auth().map(Auth::provider).orElse("");
        return new Link(
                subject.again().map(Connection::name).orElse(""),
                subject.problem().map(problem -> problem(problem, words)).orElse(""),
                subject.redirect(),
                subject.elsewhere().orElse(""),
                subject.connections().stream()
                        .filter(connection -> connection.provider().equals(provider))
                        .flatMap(connection -> connection.clientId().stream())
                        .findFirst()
                        .orElse(""),
                subject.spec().auth().isEmpty());
    }

    /** A field that was left empty is named; anything else is said as it came. */
    private static String problem(String problem, Wording words) {
        String key = "setting." + problem;
        return words.labels().has(key) ? words.text("web.connect.empty", words.text(key)) : problem;
    }

    private static Way way(ConnectorSpec spec, Auth.Way way, Wording words) {
        String id = way.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        String own = "source." + spec.id() + "." + id;
        String key = words.labels().has(own) ? own : "web.steps." + id;
        return new Way(id, List.of(words.text(key).split(" \\| ")));
    }

    static String title(ConnectorSpec spec, Wording words) {
        String key = "source." + spec.id() + ".title";
        return words.labels().has(key) ? words.text(key) : spec.title();
    }

    /** Of a connector that came along the very words; of the operator's own, what its facts are. */
    static String told(ConnectorSpec spec, String what, Wording words) {
        String key = "source." + spec.id() + "." + what;
        if (words.labels().has(key)) {
            return words.text(key);
        }
        String kinds = spec.streams().stream()
                .flatMap(stream -> stream.facts().stream())
                .distinct()
                .sorted()
                .map(kind -> words.text("web.fact." + kind.id()))
                .collect(Collectors.joining(", "));
        return what.equals("reads") ? kinds : words.text("web.connect.never");
    }
}
