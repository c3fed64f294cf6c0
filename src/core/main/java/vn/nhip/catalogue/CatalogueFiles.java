package vn.nhip.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.nhip.kit.yaml.YamlFile;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;

/**
 * The catalogue as {@code *.yaml} files: each may hold {@code metrics:} and {@code kpis:}.
 *
 * <p>Shape: folders in the given order, files by name; what is in a later folder is added, never replaces. A folder that
 * is not there counts as empty.
 */
public final class CatalogueFiles {

    public static final int DEFAULT_ACTIVE_WINDOW_DAYS = 90;

    private final YamlProblems problems = new YamlProblems();
    private final Map<String, YamlNode> metrics = new LinkedHashMap<>();
    private final Map<String, YamlNode> kpis = new LinkedHashMap<>();

    private CatalogueFiles() {}

    /**
     * All files of these folders, with the default active window.
     *
     * @throws vn.nhip.kit.yaml.YamlException with every problem of every file, each with file, line and column
     */
    public static Catalogue read(List<Path> folders) {
        return read(folders, DEFAULT_ACTIVE_WINDOW_DAYS);
    }

    /** The same, where a customer is active for this many days after an order. */
    public static Catalogue read(List<Path> folders, int activeWindowDays) {
        CatalogueFiles files = new CatalogueFiles();
        folders.forEach(folder -> yamlFiles(folder).forEach(file -> files.add(() -> YamlFile.read(file))));
        return files.build(activeWindowDays);
    }

    /** A catalogue from texts by file name, as {@link #read(List)} reads files. */
    public static Catalogue parse(Map<String, String> texts) {
        CatalogueFiles files = new CatalogueFiles();
        texts.forEach((name, text) -> files.add(() -> YamlFile.read(name, text)));
        return files.build(DEFAULT_ACTIVE_WINDOW_DAYS);
    }

    private static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }

    private void add(Supplier<YamlMap> reader) {
        problems.attempt(reader).ifPresent(file -> {
            problems.attempt(() -> file.allow("metrics", "kpis"));
            problems.attempt(() -> file.entries("metrics")).ifPresent(found -> collect(found, metrics));
            problems.attempt(() -> file.entries("kpis")).ifPresent(found -> collect(found, kpis));
        });
    }

    private void collect(Map<String, YamlNode> found, Map<String, YamlNode> all) {
        found.forEach((id, node) -> {
            YamlNode other = all.putIfAbsent(id, node);
            if (other != null) {
                problems.add(node, "'" + id + "' is defined already at " + other.place() + "; choose another id");
            }
        });
    }

    private Catalogue build(int activeWindowDays) {
        Map<String, Metric> readMetrics = new LinkedHashMap<>();
        metrics.forEach((id, node) ->
                problems.attempt(() -> MetricReader.metric(id, node)).ifPresent(metric -> readMetrics.put(id, metric)));
        Map<String, YamlMap> maps = new LinkedHashMap<>();
        kpis.forEach((id, node) -> problems.attempt(node::map).ifPresent(map -> maps.put(id, map)));
        KpiReader reader = new KpiReader(problems, activeWindowDays);
        Map<String, Kpi> readKpis = new LinkedHashMap<>();
        maps.forEach((id, map) -> reader.kpi(id, map, headlineOf(map, maps)).ifPresent(kpi -> readKpis.put(id, kpi)));
        Catalogue catalogue = new Catalogue(readMetrics, readKpis);
        new CatalogueLint(catalogue, maps, metrics.keySet(), problems).run();
        problems.throwIfAny();
        return catalogue;
    }

    private Optional<YamlMap> headlineOf(YamlMap variant, Map<String, YamlMap> maps) {
        return variant.find("variant-of").filter(YamlNode::isText).map(node -> maps.get(node.text()));
    }
}
