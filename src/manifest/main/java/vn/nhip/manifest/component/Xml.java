package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML as a document: elements by their name, several of one name as a list, attributes as {@code @name}, text beside
 * them as {@code #text}. Document types and outside entities are refused.
 */
record Xml() implements Decoder {

    private static final int DEPTH = 64;

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public List<JsonNode> read(byte[] bytes, String source) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            reader.nextTag();
            String root = reader.getLocalName();
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.set(root, element(reader, 1));
            return List.of(document);
        } catch (XMLStreamException broken) {
            throw Decoder.broken(source, "XML");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static JsonNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEPTH) {
            throw new XMLStreamException("deeper than " + DEPTH + " levels");
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            fields.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamReader.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamReader.START_ELEMENT) {
                String name = reader.getLocalName();
                add(fields, name, element(reader, depth + 1));
            } else if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
                text.append(reader.getText());
            }
        }
        return whole(fields, text.toString().strip());
    }

    private static JsonNode whole(ObjectNode fields, String text) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (fields.isEmpty()) {
            return text.isEmpty() ? make.nullNode() : make.textNode(text);
        }
        return text.isEmpty() ? fields : fields.put("#text", text);
    }

    private static void add(ObjectNode fields, String name, JsonNode value) {
        JsonNode there = fields.get(name);
        if (there == null) {
            fields.set(name, value);
        } else if (there instanceof ArrayNode list) {
            list.add(value);
        } else {
            fields.putArray(name).add(there).add(value);
        }
    }
}
