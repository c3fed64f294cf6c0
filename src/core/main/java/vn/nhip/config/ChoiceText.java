package vn.nhip.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhip.kit.yaml.YamlException;

/** Writes what was decided about KPIs into the text of {@code nhip.yaml}; all else in it, comments too, stays as it is. */
public final class ChoiceText {

    private static final Pattern KPIS = Pattern.compile("(?m)^kpis:[ \\t]*(\\{\\s*})?[ \\t]*(#.*)?$");

    private ChoiceText() {}

    /**
     * The text with these choices.
     *
     * @throws YamlException when the file is laid out so that they cannot be written without touching anything else
     */
    public static String with(String name, String text, Map<String, KpiChoice> choices) {
        String changed = text;
        for (Map.Entry<String, KpiChoice> choice : choices.entrySet()) {
            changed = with(changed, choice.getKey(), ConfigText.entry(choice.getKey(), choice.getValue()));
        }
        check(name, text, changed, choices);
        return changed;
    }

    private static String with(String text, String id, String entry) {
        Matcher head = KPIS.matcher(text);
        if (!head.find()) {
            return text.stripTrailing() + "\n\nkpis:\n" + entry;
        }
        Matcher old = Pattern.compile("(?m)^  " + Pattern.quote(id) + ":.*\\R?(^    .*\\R?)*")
                .matcher(text)
                .region(head.end(), text.length());
        boolean known = old.find();
        return known
                ? text.substring(0, old.start()) + entry + text.substring(old.end())
                : text.substring(0, head.start()) + "kpis:\n" + entry + text.substring(after(text, head.end()));
    }

    private static int after(String text, int end) {
        return end < text.length() ? end + 1 : end;
    }

    /** Whoever wrote the file by hand may have laid it out in ways that this does not know: then nothing is changed. */
    private static void check(String name, String text, String changed, Map<String, KpiChoice> choices) {
        WorkspaceConfig before = ConfigFile.parse(name, text);
        WorkspaceConfig after = ConfigFile.parse(name, changed);
        boolean right = choices.entrySet().stream()
                .allMatch(choice -> Objects.equals(after.kpis().get(choice.getKey()), choice.getValue()));
        boolean rest = before.kpis().entrySet().stream()
                .filter(choice -> !choices.containsKey(choice.getKey()))
                .allMatch(choice -> choice.getValue().equals(after.kpis().get(choice.getKey())));
        if (!right || !rest || !before.accounts().equals(after.accounts())) {
            throw new YamlException(List.of(name + ": the part kpis: is laid out in a way that cannot be changed here;"
                    + " write each KPI's settings below its name, indented by four"));
        }
    }
}
