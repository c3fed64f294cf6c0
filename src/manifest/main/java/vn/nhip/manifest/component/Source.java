package vn.nhip.manifest.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlProblems;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Tree;

/** A whole manifest, checked: its streams by name, the one that a check reads, and its inputs. */
public record Source(Map<String, Stream> streams, String checked, List<Input> inputs) {

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
                "version", "check", "streams", "definitions", "schemas", "spec", "metadata", "concurrency_level"));
        problems.attempt(() -> version(root));
        Map<String, Stream> streams = new LinkedHashMap<>();
        for (Component component : root.children("streams", "DeclarativeStream")) {
            problems.attempt(() -> Stream.of(component)).ifPresent(stream -> {
                if (streams.put(stream.name(), stream) != null) {
                    problems.add(component.problem("two streams are called '" + stream.name() + "'"));
                }
            });
        }
        List<Input> inputs = new ArrayList<>();
        root.findChild("spec", "Spec").ifPresent(spec -> problems.attempt(() -> inputs.addAll(Input.in(spec))));
        String checked = problems.attempt(() -> checked(root)).orElse("");
        problems.throwIfAny();
        return new Source(streams, checked, List.copyOf(inputs));
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
