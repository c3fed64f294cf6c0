package vn.nhip.connector.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.kit.facts.FactsMapping;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlFile;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.FactKind;

/**
 * A whole {@code facts.yaml} for files.
 *
 * <p>Shape: the fingerprint changes with the text, the zone and the currency: everything that makes facts of a file.
 */
record Mapping(List<Part> parts, String fingerprint) {

    private static final int FINGERPRINT_BYTES = 8;

    Mapping {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a mapping.
     *
     * @throws YamlException naming every problem with file, line and column
     */
    static Mapping parse(String name, String text, ConnectorContext context) {
        YamlMap top = YamlFile.read(name, text);
        List<String> problems = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (YamlMap part : partsOf(top)) {
            try {
                parts.add(part(part, context));
            } catch (YamlException unfit) {
                problems.addAll(unfit.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new YamlException(problems);
        }
        return new Mapping(parts, fingerprint(text, context));
    }

    private static List<YamlMap> partsOf(YamlMap top) {
        if (top.find("parts").isEmpty()) {
            return List.of(top);
        }
        List<YamlMap> parts = top.allow("title", "parts").list("parts").stream()
                .map(YamlNode::map)
                .toList();
        if (parts.isEmpty()) {
            throw top.require("parts").problem("needs at least one part");
        }
        return parts;
    }

    private static Part part(YamlMap map, ConnectorContext context) {
        FactsMapping facts = FactsMapping.load(map, context.zone(), context.currency());
        YamlMap read = map.require("read").map();
        Reading reading = ReadingLoader.load(read);
        if (reading.groupBy().isPresent()
                && facts.column(reading.groupBy().get()).isEmpty()) {
            throw read.require("group-by")
                    .problem("'" + reading.groupBy().get() + "' is no field; fields: "
                            + String.join(", ", facts.fields()));
        }
        return new Part(reading, facts);
    }

    private static String fingerprint(String text, ConnectorContext context) {
        String all = context.zone() + "|" + context.currency() + "|" + text;
        byte[] digest = Folder.sha256().digest(all.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    }

    Set<FactKind> kinds() {
        return parts.stream().flatMap(part -> part.facts().kinds().stream()).collect(Collectors.toSet());
    }
}
