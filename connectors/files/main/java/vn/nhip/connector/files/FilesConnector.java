package vn.nhip.connector.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** Reads the files of one account; the open file is a shortcut only, any request can be answered from the start. */
final class FilesConnector implements Connector {

    private final ConnectorSpec spec;
    private final Folder folder;
    private final MappingSource mappings;
    private final Map<String, Seen> seen = new HashMap<>();
    private Optional<Open> open = Optional.empty();

    /** What a file was when its fingerprint was taken. */
    private record Seen(Folder.Stamp stamp, String fingerprint) {}

    /** Where the mapping comes from; asked again for every slice, so that a change is seen. */
    interface MappingSource {
        Mapping load();
    }

    private record Open(Slice slice, Mapping mapping, SliceReader reader) {}

    FilesConnector(ConnectorSpec spec, Folder folder, MappingSource mappings) {
        this.spec = spec;
        this.folder = folder;
        this.mappings = mappings;
    }

    @Override
    public void check() {
        mappings.load();
        folder.list();
    }

    @Override
    public List<Slice> slices(String stream, DayRange days) {
        spec.stream(stream);
        Mapping mapping = mappings.load();
        return folder.list().stream()
                .map(file -> Slice.file(file.getFileName().toString(), fingerprint(file, mapping)))
                .toList();
    }

    @Override
    public Page read(ReadRequest request) {
        spec.stream(request.stream());
        Path file = folder.require(request.slice().name());
        try {
            Open reading = open(file, request);
            Page page = reading.reader().read();
            requireSame(file, request.slice(), reading.mapping());
            if (page.next().isEmpty()) {
                close();
            }
            return page;
        } catch (IOException unreadable) {
            close();
            throw ConnectorException.unavailable(file.getFileName() + " cannot be read: " + unreadable, unreadable);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private Open open(Path file, ReadRequest request) throws IOException {
        Position wanted = request.after().map(Position::of).orElse(Position.START);
        if (open.isEmpty()
                || !open.get().slice().equals(request.slice())
                || !open.get().reader().position().equals(wanted)) {
            close();
            Mapping mapping = mappings.load();
            requireSame(file, request.slice(), mapping);
            SliceReader reader = new SliceReader(new Source(file), mapping.parts(), wanted);
            open = Optional.of(new Open(request.slice(), mapping, reader));
        }
        return open.get();
    }

    /** A page must never mix two contents of a file: the engine asks again, and finds the new one. */
    private void requireSame(Path file, Slice slice, Mapping mapping) {
        Optional<String> asked = slice.fingerprint();
        if (asked.isPresent() && !asked.get().equals(fingerprint(file, mapping))) {
            throw ConnectorException.unavailable(
                    file.getFileName() + " or its mapping changed while it was being read; it is read again",
                    new IOException("fingerprint differs"));
        }
    }

    /** The content and the mapping: when either changes, the file must be read again. */
    private String fingerprint(Path file, Mapping mapping) {
        try {
            Folder.Stamp stamp = Folder.stamp(file);
            Seen known = seen.get(file.getFileName().toString());
            if (known == null || !known.stamp().equals(stamp)) {
                known = new Seen(stamp, Folder.sha256(file));
                seen.put(file.getFileName().toString(), known);
            }
            return known.fingerprint() + "-" + mapping.fingerprint();
        } catch (IOException unreadable) {
            throw ConnectorException.unavailable(file.getFileName() + " cannot be read", unreadable);
        }
    }

    @Override
    public void close() {
        Optional<Open> closing = open;
        open = Optional.empty();
        if (closing.isPresent()) {
            try {
                closing.get().reader().close();
            } catch (IOException ignored) {
                throw ConnectorException.unavailable("a file could not be closed", ignored);
            }
        }
    }
}
