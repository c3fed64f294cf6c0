package vn.nhip.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import java.math.BigDecimal;
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
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(TEXT)
                            .maxNameLength(TEXT)
                            .maxNumberLength(DIGITS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .nodeFactory(new SaneNumbers())
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
            return node;
        } catch (StreamConstraintsException | ArithmeticException limit) {
            throw tooMuch(source);
        } catch (IOException broken) {
            throw ConnectorException.unavailable(
                    source + " was answered with broken JSON", new IOException("broken JSON"));
        }
    }

    /** Refuses a number of few characters that would take many digits to write out, such as {@code 1e999999}. */
    private static final class SaneNumbers extends JsonNodeFactory {

        private static final long serialVersionUID = 1;

        @Override
        public ValueNode numberNode(BigDecimal number) {
            if (Math.abs((long) number.scale()) > DIGITS) {
                throw new ArithmeticException("more digits than anybody needs");
            }
            return super.numberNode(number);
        }
    }

    private static ConnectorException tooMuch(String source) {
        return ConnectorException.data(
                source + " was answered with JSON deeper, longer or with larger numbers than anybody needs");
    }
}
