package vn.nhip.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlFile;
import vn.nhip.manifest.component.Input;
import vn.nhip.manifest.component.Source;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.spi.AccountFinder;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;

/** A folder of {@code manifest.yaml} and {@code facts.yaml}, offered as a connector; the folder's name is its id. */
public final class ManifestFactory implements ConnectorFactory, AccountFinder {

    private final Source source;
    private final SourceFacts facts;
    private final ConnectorSpec spec;
    private final HttpLimits limits;

    private ManifestFactory(Source source, SourceFacts facts, ConnectorSpec spec, HttpLimits limits) {
        this.source = source;
        this.facts = facts;
        this.spec = spec;
        this.limits = limits;
    }

    /**
     * Loads and checks both files; nothing is called.
     *
     * @throws YamlException with every problem of the file, each with line and column; what the runtime does not support
     *     is a problem
     */
    public static ManifestFactory load(Path folder) {
        return load(folder, HttpLimits.STANDARD);
    }

    /** The same with other limits of how long a call may take and how much may come back. */
    public static ManifestFactory load(Path folder, HttpLimits limits) {
        Source source = Source.load(YamlFile.read(folder.resolve("manifest.yaml")));
        SourceFacts facts = SourceFacts.load(YamlFile.read(folder.resolve("facts.yaml")), source);
        String id = Objects.requireNonNull(folder.getFileName(), "a folder has a name")
                .toString();
        return new ManifestFactory(source, facts, spec(id, source, facts), limits);
    }

    private static ConnectorSpec spec(String id, Source source, SourceFacts facts) {
        List<Setting> settings = new ArrayList<>();
        for (Input input : source.inputs()) {
            if (!facts.token().equals(Optional.of(input.name()))) {
                settings.add(input.setting());
            }
        }
        return new ConnectorSpec(
                id,
                facts.title(),
                settings,
                facts.streams().values().stream().map(SourceFacts.Reading::spec).toList(),
                facts.hosts().stream().map(Template::toString).toList(),
                facts.auth(),
                List.of());
    }

    @Override
    public ConnectorSpec spec() {
        return spec;
    }

    /** One account: a manifest's credential reaches one, unless settings say which. */
    @Override
    public List<Found> find(Map<String, Secret> secrets, ConnectorContext context) {
        String missing = spec.settings().stream()
                .filter(setting -> setting.fallback().isEmpty() && setting.type() != Setting.Type.SECRET)
                .map(Setting::name)
                .collect(Collectors.joining(", "));
        Optional<String> hindrance = missing.isEmpty()
                ? Optional.empty()
                : Optional.of("needs settings that only you know: write it into nhip.yaml with " + missing);
        return List.of(new Found(
                spec.id(), facts.title(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), hindrance));
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        Account account = new Account(source.inputs(), settings, facts.token(), context);
        Scope written = account.scope(Optional.empty());
        List<String> hosts =
                facts.hosts().stream().map(host -> host.text(written)).toList();
        return new ManifestConnector(source, facts, account, Sender.of(hosts, context, limits));
    }
}
