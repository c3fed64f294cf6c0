package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import vn.nhip.spi.ConnectorException;

/** Documents in a packed file, or in each file of one; what is not packed after all is read as it is. */
record Packed(Form form, Decoder inner) implements Decoder {

    /** How it is packed. */
    enum Form {
        GZIP,
        ZIP
    }

    /** As much as a whole answer may be. */
    private static final int MOST = 64 << 20;

    @Override
    public String mediaType() {
        return form == Form.GZIP ? "application/gzip" : "application/zip";
    }

    @Override
    public List<JsonNode> read(byte[] bytes, String source) {
        try {
            return form == Form.ZIP ? files(bytes, source) : inner.read(unpacked(bytes, source), source);
        } catch (IOException broken) {
            throw Decoder.broken(source, "compression");
        }
    }

    private static byte[] unpacked(byte[] bytes, String source) throws IOException {
        if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            return bytes;
        }
        try (InputStream in = GzipCompressorInputStream.builder()
                .setInputStream(new ByteArrayInputStream(bytes))
                .setDecompressConcatenated(true)
                .get()) {
            return limited(in, MOST, source);
        }
    }

    private List<JsonNode> files(byte[] bytes, String source) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        int left = MOST;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                if (!file.isDirectory()) {
                    byte[] content = limited(zip, left, source);
                    left -= content.length;
                    documents.addAll(inner.read(content, source));
                }
            }
        }
        return documents;
    }

    private static byte[] limited(InputStream in, int most, String source) throws IOException {
        byte[] content = in.readNBytes(most);
        if (content.length == most && in.read() >= 0) {
            throw ConnectorException.data(
                    source + " was answered with more than " + (MOST >> 20) + " MB when unpacked");
        }
        return content;
    }
}
