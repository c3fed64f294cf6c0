package vn.nhip.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;
import vn.nhip.spi.Grain;

/** Reads one entry of {@code kpis:}; a variant without a guide of its own has the one of its headline. */
final class KpiReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final String[] KEYS = {
        "version",
        "name",
        "cadence",
        "grains",
        "unit",
        "good",
        "formula",
        "dimensions",
        "minimum-sample",
        "variant-of",
        "definition",
        "guide"
    };

    private final YamlProblems problems;
    private final TextReader texts;
    private final FormulaReader formulas;

    KpiReader(YamlProblems problems, int activeWindowDays) {
        this.problems = problems;
        this.texts = new TextReader(problems, activeWindowDays);
        this.formulas = new FormulaReader(texts, activeWindowDays);
    }

    private record Words(Texts name, Texts definition, Texts.Guide guide) {}

    private record Shape(Grain cadence, Set<Grain> grains, Unit unit, Kpi.Good good) {}

    private record Numbers(int version, int sample) {}

    /** The KPI, or nothing when a part of it has a problem. */
    Optional<Kpi> kpi(String id, YamlMap map, Optional<YamlMap> headline) {
        Optional<YamlMap> known = problems.attempt(() -> checkId(id, map.allow(KEYS)));
        Optional<Words> words = words(map, headline);
        Optional<Shape> shape = shape(map);
        Optional<Numbers> numbers = numbers(map);
        Optional<Formula> formula = problems.attempt(() -> formulas.formula(map.require("formula")));
        Optional<List<String>> dimensions = problems.attempt(
                () -> map.list("dimensions").stream().map(YamlNode::text).toList());
        Optional<Optional<String>> variantOf =
                problems.attempt(() -> map.find("variant-of").map(YamlNode::text));
        if (Stream.of(known, words, shape, numbers, formula, dimensions, variantOf)
                .anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new Kpi(
                id,
                numbers.orElseThrow().version(),
                words.orElseThrow().name(),
                shape.orElseThrow().cadence(),
                shape.orElseThrow().grains(),
                shape.orElseThrow().unit(),
                shape.orElseThrow().good(),
                formula.orElseThrow(),
                dimensions.orElseThrow(),
                numbers.orElseThrow().sample(),
                variantOf.orElseThrow(),
                words.orElseThrow().definition(),
                words.orElseThrow().guide()));
    }

    private Optional<Words> words(YamlMap map, Optional<YamlMap> headline) {
        Optional<Texts> name = problems.attempt(() -> texts.texts(map.require("name")));
        Optional<Texts> definition = problems.attempt(() -> texts.texts(map.require("definition")));
        Optional<Texts.Guide> guide = problems.attempt(() -> texts.guide(guideOf(map, headline)));
        return name.flatMap(title -> definition.flatMap(said -> guide.map(advice -> new Words(title, said, advice))));
    }

    private Optional<Shape> shape(YamlMap map) {
        Optional<Grain> cadence = problems.attempt(() -> map.require("cadence").choice(Grain.class));
        Optional<Set<Grain>> grains = problems.attempt(() -> grains(map));
        Optional<Unit> unit = problems.attempt(() -> map.require("unit").choice(Unit.class));
        Optional<Kpi.Good> good = problems.attempt(() -> map.require("good").choice(Kpi.Good.class));
        return cadence.flatMap(rhythm -> grains.flatMap(
                offered -> unit.flatMap(counted -> good.map(way -> new Shape(rhythm, offered, counted, way)))));
    }

    private Optional<Numbers> numbers(YamlMap map) {
        Optional<Integer> version = problems.attempt(() -> atLeast(1, map.require("version")));
        Optional<Integer> sample = problems.attempt(
                () -> map.find("minimum-sample").map(node -> atLeast(0, node)).orElse(0));
        return version.flatMap(first -> sample.map(second -> new Numbers(first, second)));
    }

    private static YamlMap checkId(String id, YamlMap map) {
        if (!ID.matcher(id).matches()) {
            throw map.problem("'" + id + "' cannot be a KPI id; use lower-case words with hyphens");
        }
        return map;
    }

    private static YamlNode guideOf(YamlMap map, Optional<YamlMap> headline) {
        return map.find("guide")
                .or(() -> headline.flatMap(other -> other.find("guide")))
                .orElseThrow(() -> map.problem("'guide' is missing"));
    }

    private static int atLeast(int least, YamlNode node) {
        if (node.wholeNumber() < least) {
            throw node.problem("expected " + least + " or more, not " + node.text());
        }
        return node.wholeNumber();
    }

    private static Set<Grain> grains(YamlMap map) {
        Set<Grain> grains = EnumSet.noneOf(Grain.class);
        for (YamlNode node : map.require("grains").list()) {
            grains.add(node.choice(Grain.class));
        }
        if (!grains.contains(map.require("cadence").choice(Grain.class))) {
            throw map.require("grains").problem("the cadence '" + map.text("cadence") + "' is not among the grains");
        }
        return grains;
    }
}
