package vn.nhip.connector.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import vn.nhip.spi.ConnectorException;

/** Opens a file, unpacking gzip by its first bytes; a damaged or endless archive is an error, never a short file. */
final class FileBytes {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;
    private static final int XLSX_1 = 'P';
    private static final int XLSX_2 = 'K';

    private FileBytes() {}

    /** The bytes of the file, unpacked. */
    static InputStream open(Path file, long maxUnpacked) throws IOException {
        InputStream plain = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            if (!startsWith(plain, GZIP_1, GZIP_2)) {
                return plain;
            }
            InputStream unpacked = GzipCompressorInputStream.builder()
                    .setInputStream(plain)
                    .setDecompressConcatenated(true)
                    .setBufferSize(BUFFER)
                    .get();
            return new Unpacked(file, unpacked, maxUnpacked);
        } catch (IOException damaged) {
            plain.close();
            throw damaged;
        }
    }

    /** True when the unpacked bytes are a ZIP archive, which an XLSX workbook is. */
    static boolean isZip(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(open(file, BUFFER), BUFFER)) {
            return startsWith(bytes, XLSX_1, XLSX_2);
        }
    }

    /** True when the file itself is a gzip archive. */
    static boolean isGzip(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 2)) {
            return startsWith(bytes, GZIP_1, GZIP_2);
        }
    }

    private static boolean startsWith(InputStream bytes, int first, int second) throws IOException {
        bytes.mark(2);
        boolean same = bytes.read() == first && bytes.read() == second;
        bytes.reset();
        return same;
    }

    /** Gzip with its failures in words, and an end even where the archive has none. */
    private static final class Unpacked extends FilterInputStream {
        private final Path file;
        private long left;

        Unpacked(Path file, InputStream in, long max) {
            super(in);
            this.file = file;
            this.left = max;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int count = super.read(target, offset, length);
                left -= Math.max(count, 0);
                if (left < 0) {
                    throw ConnectorException.data(
                            file.getFileName() + ": unpacks to more than is allowed; split it into smaller files");
                }
                return count;
            } catch (EOFException cut) {
                throw ConnectorException.data(file.getFileName()
                        + ": the gzip archive ends too early; it was not copied whole, copy it again");
            } catch (IOException damaged) {
                throw ConnectorException.data(file.getFileName() + ": the gzip archive is damaged ("
                        + damaged.getMessage() + "); copy it again");
            }
        }
    }
}
