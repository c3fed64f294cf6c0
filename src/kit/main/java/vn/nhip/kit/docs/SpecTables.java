package vn.nhip.kit.docs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Setting;
import vn.nhip.spi.StreamSpec;

/**
 * Renders what a connector declares as the Markdown tables of its README.
 *
 * <p>Shape: lines ended by LF, in declared order; a README holds these texts word for word, which the connector
 * contract checks.
 */
public final class SpecTables {

    private SpecTables() {}

    /** One row per setting and secret: name, type, default or "required", help. */
    public static String settings(ConnectorSpec spec) {
        return table(
                List.of("Setting", "Type", "Default", "What it is"),
                spec.settings().stream()
                        .map(setting -> List.of(code(setting.name()), type(setting), standard(setting), setting.help()))
                        .toList());
    }

    /** One row per stream: name, kinds of fact, restated days, what its pages are sorted by. */
    public static String streams(ConnectorSpec spec) {
        return table(
                List.of("Stream", "Facts", "Restated days", "Sorted by"),
                spec.streams().stream()
                        .map(stream -> List.of(
                                code(stream.name()),
                                facts(stream),
                                String.valueOf(stream.restatedDays()),
                                words(stream.order())))
                        .toList());
    }

    private static String type(Setting setting) {
        return setting.type() == Setting.Type.CHOICE
                ? setting.choices().stream().map(SpecTables::code).collect(Collectors.joining(", "))
                : words(setting.type());
    }

    private static String standard(Setting setting) {
        return setting.fallback()
                .map(value -> value.isEmpty() ? "none" : code(value))
                .orElse("required");
    }

    private static String facts(StreamSpec stream) {
        return stream.facts().stream().sorted().map(kind -> code(kind.id())).collect(Collectors.joining(", "));
    }

    private static String table(List<String> heads, List<List<String>> rows) {
        StringBuilder table = new StringBuilder(row(heads));
        table.append(row(heads.stream().map(head -> "---").toList()));
        rows.forEach(cells -> table.append(row(cells)));
        return table.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace('\n', ' '))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
