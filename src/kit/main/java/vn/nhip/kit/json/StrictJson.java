package vn.nhip.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import vn.nhip.spi.ConnectorException;

/**
 * Reads JSON from outside: numbers exact, no name twice in an object, nothing after the end, no NaN, and no deeper,
 * longer or larger than a source has reason to be.
 */
public final class StrictJson {

    private static final int DEPTH = 64;
    private static final int TEXT = 1 << 20;
    private static final int DIGITS = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(TEXT)
                            .maxNameLength(TEXT)
                            .maxNumberLength(DIGITS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /**
     * The document.
     *
     * @throws ConnectorException UNAVAILABLE when it is no JSON, which a source in trouble sends; DATA when a limit is met
     */
    public static JsonNode read(byte[] bytes, String source) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (node.isMissingNode()) {
                throw ConnectorException.unavailable(
                        source + " was answered with nothing", new IOException("no content"));
            }
            return sane(node, source);
        } catch (StreamConstraintsException limit) {
            throw tooMuch(source);
        } catch (IOException broken) {
            throw ConnectorException.unavailable(
                    source + " was answered with broken JSON", new IOException("broken JSON"));
        }
    }

    private static JsonNode sane(JsonNode node, String source) {
        node.forEach(child -> sane(child, source));
        if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > DIGITS) {
            throw tooMuch(source);
        }
        return node;
    }

    private static ConnectorException tooMuch(String source) {
        return ConnectorException.data(
                source + " was answered with JSON deeper, longer or with larger numbers than anybody needs");
    }
}
