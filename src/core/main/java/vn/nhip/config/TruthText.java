package vn.nhip.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.spi.FactKind;

/** Writes which accounts count for a kind of fact into the text of {@code nhip.yaml}; all else in it stays as it is. */
public final class TruthText {

    private static final Pattern HEAD =
            Pattern.compile("(?m)^sources-of-truth:[ \\t]*(\\{\\s*})?[ \\t]*(#.*)?(\\R|\\z)");

    private TruthText() {}

    /**
     * The text with these accounts, the strongest first, or without any.
     *
     * @throws YamlException when the file is laid out so that they cannot be written without touching anything else
     */
    public static String with(String name, String text, FactKind kind, List<String> accounts) {
        WorkspaceConfig before = ConfigFile.parse(name, text);
        Map<FactKind, List<String>> wanted = new EnumMap<>(FactKind.class);
        wanted.putAll(before.sourcesOfTruth());
        if (accounts.isEmpty()) {
            wanted.remove(kind);
        } else {
            wanted.put(kind, accounts);
        }
        String changed =
                wanted.isEmpty() ? HEAD.matcher(without(text, kind)).replaceFirst("") : with(text, kind, accounts);
        WorkspaceConfig after = ConfigFile.parse(name, changed);
        boolean rest = after.accounts().equals(before.accounts())
                && after.kpis().equals(before.kpis())
                && after.nights().equals(before.nights());
        if (!after.sourcesOfTruth().equals(wanted) || !rest) {
            throw new YamlException(List.of(name + ": the part sources-of-truth: is laid out in a way that cannot be"
                    + " changed here; write one line per kind, such as '  order: [pos, web]'"));
        }
        return changed;
    }

    private static String with(String text, FactKind kind, List<String> accounts) {
        String bare = without(text, kind);
        String line = accounts.isEmpty() ? "" : "  " + kind.id() + ": [" + String.join(", ", accounts) + "]\n";
        Matcher head = HEAD.matcher(bare);
        if (!head.find()) {
            return bare.stripTrailing() + "\n\nsources-of-truth:\n" + line;
        }
        String first = head.group(1) == null && head.group().endsWith("\n") ? head.group() : "sources-of-truth:\n";
        return bare.substring(0, head.start()) + first + line + bare.substring(head.end());
    }

    private static String without(String text, FactKind kind) {
        Matcher head = HEAD.matcher(text);
        if (!head.find()) {
            return text;
        }
        Matcher old = Pattern.compile("(?m)^  " + Pattern.quote(kind.id()) + ":.*(\\R|\\z)(^    .*(\\R|\\z))*")
                .matcher(text)
                .region(head.end(), text.length());
        return old.find() ? text.substring(0, old.start()) + text.substring(old.end()) : text;
    }
}
