package vn.nhip.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.LedgerEntry;
import vn.nhip.spi.Money;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Slice;
import vn.nhip.spi.StreamSpec;

/** A very small connector over files: lines of {@code id;day;amount} below a header, two lines a page. */
public final class DrawerConnectorFactory implements ConnectorFactory {

    private static final String HEADER = "id;day;amount";
    private static final int LINES = 2;

    @Override
    public ConnectorSpec spec() {
        return new ConnectorSpec(
                "drawer",
                "Drawer",
                List.of(Setting.required("path", Setting.Type.FOLDER, "the folder of the drawer")),
                List.of(new StreamSpec("entries", Set.of(FactKind.LEDGER_ENTRY), 0, StreamSpec.PageOrder.NONE)),
                List.of());
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return new Drawer(spec(), Path.of(settings.text("path")), context);
    }

    private record Drawer(ConnectorSpec spec, Path folder, ConnectorContext context) implements Connector {

        @Override
        public void check() {
            names();
        }

        @Override
        public List<Slice> slices(String stream, DayRange days) {
            spec.stream(stream);
            return names().stream()
                    .map(name -> Slice.file(name, String.valueOf(lines(name).hashCode())))
                    .toList();
        }

        @Override
        public Page read(ReadRequest request) {
            spec.stream(request.stream());
            String name = request.slice().name();
            List<String> lines = lines(name);
            int from = request.after()
                    .map(after -> Integer.parseInt(after.value()))
                    .orElse(1);
            int to = Math.min(from + LINES, lines.size());
            List<Envelope> facts = new ArrayList<>();
            for (int line = from; line < to; line++) {
                facts.add(new Envelope(entry(name, line + 1, lines.get(line)), 0, "line " + (line + 1)));
            }
            byte[] bytes = String.join("\n", lines.subList(from, to)).getBytes(StandardCharsets.UTF_8);
            return new Page(
                    facts,
                    List.of(),
                    List.of(),
                    new Page.Counts(facts.size(), 0, facts.size()),
                    new RawBody(name + " lines " + (from + 1) + "–" + to, "text/plain", bytes),
                    to < lines.size() ? Optional.of(new Cursor(String.valueOf(to))) : Optional.empty(),
                    Optional.empty());
        }

        private LedgerEntry entry(String name, int number, String line) {
            String[] cells = line.split(";", -1);
            if (cells.length != 3) {
                throw ConnectorException.data(name + " line " + number + " breaks off");
            }
            return new LedgerEntry(
                    cells[0],
                    LocalDate.parse(cells[1]),
                    LedgerEntry.Category.OTHER,
                    Money.of(cells[2], context.currency().getCurrencyCode()));
        }

        private List<String> names() {
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(file -> file.getFileName().toString()).sorted().toList();
            } catch (IOException e) {
                throw ConnectorException.settings("setting 'path' is not a folder: " + folder);
            }
        }

        private List<String> lines(String name) {
            try {
                List<String> lines = Files.readAllLines(folder.resolve(name));
                if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
                    throw ConnectorException.data(name + " does not begin with the columns " + HEADER);
                }
                return lines;
            } catch (NoSuchFileException e) {
                throw ConnectorException.unavailable(name + " was there and is gone", e);
            } catch (IOException e) {
                throw ConnectorException.unavailable(name + " cannot be read", e);
            }
        }
    }
}
