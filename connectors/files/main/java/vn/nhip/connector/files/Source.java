package vn.nhip.connector.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import vn.nhip.spi.ConnectorException;

/** One file, opened as often as it must be read; a gzipped workbook is unpacked beside it for as long as that lasts. */
final class Source implements Closeable {

    private static final long MAX_TEXT_BYTES = 64L << 30;
    private static final long MAX_WORKBOOK_BYTES = 512L << 20;

    private final Path file;
    private Optional<Path> unpacked = Optional.empty();

    Source(Path file) {
        this.file = file;
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Opens the rows as the mapping declares them. */
    Rows open(Reading reading) throws IOException {
        boolean workbook = FileBytes.isZip(file);
        if (workbook != (reading.format() == Reading.Format.XLSX)) {
            throw ConnectorException.data(name() + ": is " + (workbook ? "an XLSX workbook" : "no XLSX workbook")
                    + ", but the mapping says format: " + reading.format().id());
        }
        if (workbook) {
            return new SheetRows(workbook(), name(), reading);
        }
        Transcript text = Transcript.open(FileBytes.open(file, MAX_TEXT_BYTES), reading.encoding(), name());
        return reading.format() == Reading.Format.SPACES
                ? new SpaceRows(text, reading.heading())
                : new CsvRows(text, reading.separator(), reading.heading());
    }

    private Path workbook() throws IOException {
        if (!FileBytes.isGzip(file)) {
            return file;
        }
        if (unpacked.isEmpty()) {
            unpacked = Optional.of(Files.createTempFile("nhip-workbook-", ".xlsx"));
            try (InputStream bytes = FileBytes.open(file, MAX_WORKBOOK_BYTES)) {
                Files.copy(bytes, unpacked.get(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return unpacked.get();
    }

    @Override
    public void close() throws IOException {
        if (unpacked.isPresent()) {
            Files.deleteIfExists(unpacked.get());
        }
    }
}
