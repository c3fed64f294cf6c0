package vn.nhip.manifest.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlProblems;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Template;
import vn.nhip.manifest.tree.Tree;

/** A whole manifest, checked: its streams by name, the one that a check reads, its inputs and its quotas. */
public record Source(Map<String, Stream> streams, String checked, List<Input> inputs, List<Quota> quotas) {

    /** The version of the language that this runtime was written against. */
    static final int MAJOR = 6;

    private static final Pattern VERSION = Pattern.compile("([0-9]{1,4})[.][0-9]{1,4}[.][0-9]{1,4}.*");

    /**
     * Loads a manifest.
     *
     * @throws YamlException with every problem of every stream at once, each with file, line and column
     */
    public static Source load(YamlMap file) {
        YamlProblems problems = new YamlProblems();
        Component root = Component.root(file);
        problems.attempt(() -> root.allow(
                "version",
                "check",
                "streams",
                "definitions",
                "schemas",
                "spec",
                "metadata",
                "concurrency_level",
                "api_budget",
                "max_concurrent_async_job_count",
                "stream_groups"));
        problems.attempt(() -> version(root));
        Map<String, Stream> streams = new LinkedHashMap<>();
        for (Component component : root.children("streams", "DeclarativeStream")) {
            problems.attempt(() -> streams(component))
                    .ifPresent(found -> found.forEach(stream -> {
                        if (streams.put(stream.name(), stream) != null) {
                            problems.add(component.problem("two streams are called '" + stream.name() + "'"));
                        }
                    }));
        }
        List<Quota> quotas = new ArrayList<>();
        root.findChild("api_budget", "HTTPAPIBudget")
                .ifPresent(budget -> problems.attempt(() -> quotas.add(Quota.of(budget))));
        List<Input> inputs = new ArrayList<>();
        root.findChild("spec", "Spec").ifPresent(spec -> problems.attempt(() -> inputs.addAll(Input.in(spec))));
        String checked = problems.attempt(() -> checked(root)).orElse("");
        problems.throwIfAny();
        return new Source(streams, checked, List.copyOf(inputs), List.copyOf(quotas));
    }

    /** The streams that a component stands for: itself, or those that a condition holds. */
    private static List<Stream> streams(Component component) {
        if (!component.type().equals("ConditionalStreams")) {
            return List.of(Stream.of(component));
        }
        component.allow("condition", "streams");
        Optional<Template> condition = Optional.of(component.template("condition", Variables.CONFIG));
        return component.children("streams", "DeclarativeStream").stream()
                .map(each -> {
                    Stream stream = Stream.of(each);
                    Stream.Variants variants = stream.variants();
                    return stream.as(stream.name(), new Stream.Variants(variants.job(), variants.whole(), condition));
                })
                .toList();
    }

    private static boolean version(Component root) {
        Tree version = root.require("version");
        Matcher matcher = VERSION.matcher(root.text("version"));
        if (!matcher.matches()) {
            throw version.problem("a version looks like 6.44.0");
        }
        if (Integer.parseInt(matcher.group(1)) > MAJOR) {
            throw version.problem("is written in a newer language than " + MAJOR + ".x");
        }
        return true;
    }

    private static String checked(Component root) {
        Component check = root.child("check", "CheckStream");
        if (!check.type().equals("CheckStream")) {
            throw check.unsupported("a check");
        }
        List<String> names = check.allow("stream_names").texts("stream_names");
        if (names.isEmpty()) {
            throw check.problem("'stream_names' is missing");
        }
        return names.get(0);
    }
}
