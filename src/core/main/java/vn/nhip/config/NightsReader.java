package vn.nhip.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;

/** Reads {@code nightly}, {@code sync} and {@code export} of {@code nhip.yaml}; what is left out has its default. */
final class NightsReader {

    private final YamlProblems problems;

    NightsReader(YamlProblems problems) {
        this.problems = problems;
    }

    Optional<Nights> nights(YamlMap top) {
        Optional<YamlMap> nightly = part(top, "nightly", "at", "jitter-minutes");
        Optional<YamlMap> sync = part(top, "sync", "history-months", "side-by-side", "minutes-per-account");
        Optional<YamlMap> export = part(top, "export", "folder", "format");
        Nights usual = Nights.DEFAULT;
        Optional<LocalTime> at = problems.attempt(() -> nightly.flatMap(map -> map.find("at"))
                .map(node -> node.parse(LocalTime::parse, "a time of day like \"02:00\""))
                .orElse(usual.at()));
        Optional<Integer> jitter = number(nightly, "jitter-minutes", new Limits(0, 180, (int)
                usual.jitter().toMinutes()));
        Optional<Integer> months = number(sync, "history-months", new Limits(1, 120, usual.historyMonths()));
        Optional<Integer> wide =
                number(sync, "side-by-side", new Limits(1, 64, usual.pace().sideBySide()));
        Optional<Integer> minutes = number(sync, "minutes-per-account", new Limits(1, 1_440, (int)
                usual.pace().perAccount().toMinutes()));
        Optional<Optional<Nights.ExportTarget>> target = problems.attempt(() -> export.map(NightsReader::target));
        return at.flatMap(time -> jitter.flatMap(most ->
                months.flatMap(back -> wide.flatMap(places -> minutes.flatMap(budget -> target.map(file -> new Nights(
                        time,
                        Duration.ofMinutes(most),
                        back,
                        new Nights.Pace(places, Duration.ofMinutes(budget)),
                        file)))))));
    }

    private Optional<YamlMap> part(YamlMap top, String name, String... keys) {
        Optional<YamlMap> map =
                problems.attempt(() -> top.find(name).map(YamlNode::map)).flatMap(found -> found);
        map.ifPresent(known -> problems.attempt(() -> known.allow(keys)));
        return map;
    }

    private record Limits(int least, int most, int usual) {}

    private Optional<Integer> number(Optional<YamlMap> map, String key, Limits limits) {
        return problems.attempt(() -> map.flatMap(known -> known.find(key))
                .map(node -> within(node, limits))
                .orElse(limits.usual()));
    }

    private static int within(YamlNode node, Limits limits) {
        int number = node.wholeNumber();
        if (number < limits.least() || number > limits.most()) {
            throw node.problem("expected " + limits.least() + " to " + limits.most() + ", not " + number);
        }
        return number;
    }

    private static Nights.ExportTarget target(YamlMap map) {
        Nights.Format format =
                map.find("format").map(node -> node.choice(Nights.Format.class)).orElse(Nights.Format.XLSX);
        return new Nights.ExportTarget(map.require("folder").parse(Path::of, "a folder"), format);
    }
}
