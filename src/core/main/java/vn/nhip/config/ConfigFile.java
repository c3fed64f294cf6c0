package vn.nhip.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Unit;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlFile;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;

/** Reads, checks and writes {@code nhip.yaml}. */
public final class ConfigFile {

    private ConfigFile() {}

    /**
     * The workspace that a file describes.
     *
     * @throws YamlException with every problem, each with file, line and column
     */
    public static WorkspaceConfig read(Path file) {
        return new ConfigReader(open(file)).config();
    }

    /** The same from a text; the name stands for the file in problems. */
    public static WorkspaceConfig parse(String name, String text) {
        return new ConfigReader(YamlFile.read(name, text)).config();
    }

    /**
     * Checks what the file says about KPIs against the catalogue.
     *
     * @throws YamlException naming every KPI that the catalogue does not have and every target that cannot be meant
     */
    public static void check(Path file, Catalogue catalogue) {
        check(open(file), catalogue);
    }

    /** The same of a text. */
    public static void check(String name, String text, Catalogue catalogue) {
        check(YamlFile.read(name, text), catalogue);
    }

    /** The text as it lies there. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot read " + file, refused);
        }
    }

    static void check(YamlMap top, Catalogue catalogue) {
        YamlProblems problems = new YamlProblems();
        top.find("kpis").map(node -> node.map()).ifPresent(kpis -> kpis.keys().forEach(id -> {
            if (catalogue.findKpi(id).isEmpty()) {
                problems.add(kpis.key(id), "there is no KPI '" + id + "' in the catalogue");
            }
            catalogue.findKpi(id).ifPresent(kpi -> checkTargets(kpi, kpis.require(id), problems));
        }));
        problems.throwIfAny();
    }

    private static void checkTargets(Kpi kpi, YamlNode entry, YamlProblems problems) {
        entry.map().find("target").ifPresent(target -> checkRatio(kpi, target, problems));
        entry.map().find("targets").map(YamlNode::map).ifPresent(periods -> periods.keys()
                .forEach(key -> {
                    LocalDate day = periods.key(key).day();
                    if (!kpi.cadence().startOf(day).equals(day)) {
                        problems.add(
                                periods.key(key),
                                "no " + kpi.cadence().id() + " starts on " + day + ": "
                                        + kpi.cadence().startOf(day));
                    }
                    checkRatio(kpi, periods.require(key), problems);
                }));
    }

    private static void checkRatio(Kpi kpi, YamlNode target, YamlProblems problems) {
        if (kpi.unit() == Unit.RATIO && target.number().abs().compareTo(BigDecimal.ONE) > 0) {
            problems.add(target, "a ratio is written as 0–1: 25 % is 0.25, not " + target.text());
        }
    }

    /** Writes the text of {@link ConfigText}; an existing file is replaced as a whole. */
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot write " + file, refused);
        }
    }

    private static YamlMap open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new YamlException(List.of(file + ": there is no such file; 'nhip init' makes one"));
        }
        return YamlFile.read(file);
    }
}
