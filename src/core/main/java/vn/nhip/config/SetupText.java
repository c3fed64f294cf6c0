package vn.nhip.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhip.kit.yaml.YamlException;

/** Writes the answers to the five questions into the text of {@code nhip.yaml}; all else in it stays as it is. */
public final class SetupText {

    private static final Pattern SETUP = Pattern.compile("(?m)^setup:.*(\\R[ \\t]+\\S.*)*(\\R|\\z)");

    private SetupText() {}

    /**
     * The text with these answers.
     *
     * @throws YamlException when the file is laid out so that they cannot be written without touching anything else
     */
    public static String with(String name, String text, Setup setup) {
        Matcher old = SETUP.matcher(text);
        String entry = ConfigText.entry(setup);
        String changed = old.find()
                ? text.substring(0, old.start()) + entry + text.substring(old.end())
                : text.stripTrailing() + "\n\n" + entry;
        WorkspaceConfig before = ConfigFile.parse(name, text);
        if (!ConfigFile.parse(name, changed).equals(answered(before, setup))) {
            throw new YamlException(List.of(name + ": the part setup: is laid out in a way that cannot be changed here;"
                    + " write its answers below it, indented by two"));
        }
        return changed;
    }

    private static WorkspaceConfig answered(WorkspaceConfig config, Setup setup) {
        return new WorkspaceConfig(
                config.id(),
                config.name(),
                config.calendar(),
                config.language(),
                config.sample(),
                config.accounts(),
                config.sourcesOfTruth(),
                config.kpis(),
                Optional.of(setup),
                config.nights());
    }
}
