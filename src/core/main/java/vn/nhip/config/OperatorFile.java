package vn.nhip.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlFile;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;
import vn.nhip.spi.Site;

/** Reads {@code operator.yaml}, which only the operator of this installation may write. */
public final class OperatorFile {

    private final YamlMap top;
    private final YamlProblems problems = new YamlProblems();

    private OperatorFile(YamlMap top) {
        this.top = top;
    }

    /**
     * What the file says; nothing when there is none.
     *
     * @throws YamlException with every problem, each with file, line and column
     */
    public static OperatorConfig read(Path file) {
        return Files.isRegularFile(file) ? new OperatorFile(YamlFile.read(file)).config() : OperatorConfig.NONE;
    }

    /** The same from a text; the name stands for the file in problems. */
    static OperatorConfig parse(String name, String text) {
        return new OperatorFile(YamlFile.read(name, text)).config();
    }

    private OperatorConfig config() {
        problems.attempt(() -> top.allow("sources", "providers", "mail", "web"));
        Map<String, Site> sources = new TreeMap<>();
        entries("sources").forEach((id, map) -> site(map).ifPresent(site -> sources.put(id, site)));
        Map<String, URI> providers = new TreeMap<>();
        entries("providers").forEach((id, map) -> {
            problems.attempt(() -> map.allow("base"));
            problems.attempt(() -> base(map.require("base"))).ifPresent(base -> providers.put(id, base));
        });
        Optional<MailServer> mail = problems.attempt(() -> top.find("mail").map(YamlNode::map))
                .flatMap(found -> found)
                .flatMap(map -> problems.attempt(() -> mail(map)));
        Optional<OperatorConfig.WebPlace> web = problems.attempt(
                        () -> top.find("web").map(YamlNode::map))
                .flatMap(found -> found)
                .flatMap(map -> problems.attempt(() -> web(map)));
        problems.throwIfAny();
        return new OperatorConfig(sources, providers, mail, web.orElse(OperatorConfig.WebPlace.DEFAULT));
    }

    private Map<String, YamlMap> entries(String key) {
        Map<String, YamlMap> maps = new TreeMap<>();
        problems.attempt(() -> top.entries(key)).orElse(Map.of()).forEach((id, node) -> problems.attempt(node::map)
                .ifPresent(map -> maps.put(id, map)));
        return maps;
    }

    private Optional<Site> site(YamlMap map) {
        problems.attempt(() -> map.allow("base", "version"));
        Optional<Optional<URI>> base = problems.attempt(() -> map.find("base").map(OperatorFile::base));
        Optional<Optional<String>> version =
                problems.attempt(() -> map.find("version").map(YamlNode::text));
        return base.flatMap(address -> version.map(name -> new Site(address, name)));
    }

    private static MailServer mail(YamlMap map) {
        map.allow("host", "port", "security", "from", "user");
        MailServer.Security security = map.find("security")
                .map(node -> node.choice(MailServer.Security.class))
                .orElse(MailServer.Security.STARTTLS);
        Optional<String> user = map.find("user").map(YamlNode::text);
        if (user.isPresent() && security == MailServer.Security.NONE) {
            throw map.require("security").problem("a user's password is not sent in the clear: starttls or tls");
        }
        return new MailServer(
                map.require("host").text(),
                map.find("port").map(YamlNode::wholeNumber).orElse(security == MailServer.Security.TLS ? 465 : 587),
                security,
                map.require("from").parse(NightsReader::address, "an e-mail address like nhip@shop.example"),
                user);
    }

    private static OperatorConfig.WebPlace web(YamlMap map) {
        map.allow("port", "public-url");
        Optional<YamlNode> port = map.find("port");
        int number = port.map(YamlNode::wholeNumber).orElse(OperatorConfig.WebPlace.DEFAULT.port());
        if (number < 1 || number > 65_535) {
            throw port.orElseThrow().problem("expected a port from 1 to 65535");
        }
        return new OperatorConfig.WebPlace(number, map.find("public-url").map(OperatorFile::base));
    }

    private static URI base(YamlNode node) {
        URI address = node.parse(URI::create, "an address like https://127.0.0.1:8443");
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        boolean bare = address.getRawPath() == null || address.getRawPath().isEmpty();
        if (!web
                || address.getHost() == null
                || !bare
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw node.problem("expected scheme, host and port only, like https://127.0.0.1:8443");
        }
        return address;
    }
}
