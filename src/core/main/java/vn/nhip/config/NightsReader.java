package vn.nhip.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;

/** Reads {@code nightly}, {@code sync}, {@code export} and {@code notices} of {@code nhip.yaml}; what is left out has its default. */
final class NightsReader {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"()\\[\\]:\\\\]{1,64}@[A-Za-z0-9.-]{1,253}");

    private final YamlProblems problems;

    NightsReader(YamlProblems problems) {
        this.problems = problems;
    }

    Optional<Nights> nights(YamlMap top) {
        Optional<YamlMap> nightly = part(top, "nightly", "at", "jitter-minutes");
        Optional<YamlMap> sync = part(top, "sync", "history-months", "side-by-side", "minutes-per-account");
        Optional<YamlMap> export = part(top, "export", "folder", "format");
        Optional<YamlMap> notices = part(top, "notices", "mail", "webhook");
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
        Optional<Nights.Receivers> receivers =
                problems.attempt(() -> notices.map(NightsReader::receivers).orElse(Nights.Receivers.NOBODY));
        return at.flatMap(time -> jitter.flatMap(most -> months.flatMap(back ->
                wide.flatMap(places -> minutes.flatMap(budget -> target.flatMap(file -> receivers.map(who -> new Nights(
                        time,
                        Duration.ofMinutes(most),
                        back,
                        new Nights.Pace(places, Duration.ofMinutes(budget)),
                        file,
                        who))))))));
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

    private static Nights.Receivers receivers(YamlMap map) {
        List<String> mail = map.list("mail").stream()
                .map(node -> node.parse(NightsReader::address, "an e-mail address like marketing@shop.example"))
                .toList();
        return new Nights.Receivers(mail, map.find("webhook").map(YamlNode::yes).orElse(false));
    }

    /** Plain addresses only: one that holds a line's end or a list would reach others than it seems to. */
    static String address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Nights.ExportTarget target(YamlMap map) {
        Nights.Format format =
                map.find("format").map(node -> node.choice(Nights.Format.class)).orElse(Nights.Format.XLSX);
        return new Nights.ExportTarget(map.require("folder").parse(Path::of, "a folder"), format);
    }
}
