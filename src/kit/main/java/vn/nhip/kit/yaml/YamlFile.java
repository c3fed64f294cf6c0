package vn.nhip.kit.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads one YAML file, within limits, without tags, types or object construction. */
public final class YamlFile {

    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final int MAX_ALIASES = 50;

    private YamlFile() {}

    /**
     * Reads a file whose top is a map.
     *
     * @throws YamlException with file, line and column when it is no YAML, too large, or no map
     */
    public static YamlMap read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new YamlException(List.of(file + ": larger than " + MAX_BYTES + " bytes"));
            }
            return read(
                    file.toString(),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new YamlException(List.of(file + ": is not UTF-8 text; save it as UTF-8"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** Reads a text whose top is a map; the name stands for the file in problems. */
    public static YamlMap read(String name, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(MAX_BYTES)
                .build();
        try {
            Parser parser = new NestingLimit(name, new ParserImpl(settings, new StreamReader(settings, text)));
            Optional<Node> top = new Composer(settings, parser).getSingleNode();
            return new YamlNode(name, top.orElseThrow(() -> new YamlException(List.of(name + ": is empty")))).map();
        } catch (MarkedYamlEngineException bad) {
            throw new YamlException(
                    List.of(YamlNode.place(name, bad.getProblemMark()) + ": is no valid YAML: " + bad.getProblem()));
        } catch (YamlEngineException bad) {
            throw new YamlException(List.of(name + ": is no valid YAML: " + bad.getMessage()));
        }
    }
}
