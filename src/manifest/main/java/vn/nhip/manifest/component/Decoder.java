package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.kit.json.StrictJson;
import vn.nhip.manifest.tree.Component;
import vn.nhip.spi.ConnectorException;

/** How the bytes of a reply become documents that records are looked for in. */
public interface Decoder {

    /** The media type of the raw page: what the bytes are, whatever the source calls them. */
    String mediaType();

    /**
     * The documents.
     *
     * @throws ConnectorException UNAVAILABLE when the bytes are not in this form, which a source in trouble sends
     */
    List<JsonNode> read(byte[] bytes, String source);

    /** The documents of a reply; a web page in place of them is refused. */
    default List<JsonNode> documents(HttpReply reply) {
        return reply.isWebPage() && !mediaType().contains("xml")
                ? List.of(reply.json())
                : read(reply.body(), reply.call().name());
    }

    static Decoder of(Component component) {
        return switch (component.type()) {
            case "JsonDecoder" -> {
                component.allow();
                yield new Json();
            }
            case "JsonlDecoder" -> {
                component.allow();
                yield new Lines(true);
            }
            case "IterableDecoder" -> {
                component.allow();
                yield new Lines(false);
            }
            case "CsvDecoder" -> csv(component.allow("encoding", "delimiter", "set_values_to_none"));
            case "XmlDecoder" -> {
                component.allow();
                yield new Xml();
            }
            case "GzipDecoder" -> new Packed(Packed.Form.GZIP, inner(component));
            case "ZipfileDecoder" -> new Packed(Packed.Form.ZIP, inner(component));
            default -> throw component.unsupported("a decoder");
        };
    }

    private static Decoder inner(Component component) {
        return of(component.allow("decoder").child("decoder", "JsonDecoder"));
    }

    private static Decoder csv(Component component) {
        String delimiter = component.text("delimiter", ",").replace("\\t", "\t");
        if (delimiter.length() != 1) {
            throw component.require("delimiter").problem("'delimiter' must be one character");
        }
        try {
            Charset charset =
                    Charset.forName(component.text("encoding", "utf-8").replace('_', '-'));
            return new Csv(charset, delimiter.charAt(0), new HashSet<>(component.texts("set_values_to_none")));
        } catch (UnsupportedCharsetException unknown) {
            throw component.require("encoding").problem("there is no encoding '" + unknown.getCharsetName() + "'");
        }
    }

    static ConnectorException broken(String source, String form) {
        return ConnectorException.unavailable(
                source + " was answered with broken " + form, new IOException("broken " + form));
    }

    /** One JSON document. */
    record Json() implements Decoder {
        @Override
        public String mediaType() {
            return "application/json";
        }

        @Override
        public List<JsonNode> read(byte[] bytes, String source) {
            return List.of(StrictJson.read(bytes, source));
        }
    }

    /** A document on every line: JSON, or the text itself as the field {@code record}. */
    record Lines(boolean json) implements Decoder {
        @Override
        public String mediaType() {
            return json ? "application/x-ndjson" : "text/plain";
        }

        @Override
        public List<JsonNode> read(byte[] bytes, String source) {
            List<JsonNode> documents = new ArrayList<>();
            new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> json
                            ? StrictJson.read(line.getBytes(StandardCharsets.UTF_8), source)
                            : JsonNodeFactory.instance.objectNode().put("record", line))
                    .forEach(documents::add);
            return documents;
        }
    }
}
