package vn.nhip.testkit;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.nhip.kit.docs.SpecTables;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.DayRange;

/** The accounts of the shelf, for the good connector and for every broken one. */
abstract class ShelfSample extends ConnectorContract {

    private static final LocalDate SHORT = LocalDate.of(2025, 3, 30);
    private static final LocalDate LONG = LocalDate.of(2025, 10, 26);

    private final Flaw flaw;
    private final FakeSource source = FakeSource.replaying(Path.of("test/resources/recorded"));

    ShelfSample(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    protected ConnectorFactory factory() {
        return new ShelfConnectorFactory(flaw);
    }

    @Override
    protected Optional<FakeSource> source() {
        return Optional.of(source);
    }

    @Override
    protected Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>(Map.of("patience-millis", "5000", "spool", ""));
        if (flaw == Flaw.SECRET_AS_TEXT) {
            defaults.put("refresh-token", "");
        }
        return defaults;
    }

    @Override
    protected Account account(Path folder) {
        return in(Account.vietnamese()).with("spool", folder.toString());
    }

    private Account in(Account account) {
        return account.with("base-url", source.url().toString()).withSecret("api-key", "a key+nobody/knows");
    }

    @Override
    protected DayRange days() {
        return new DayRange(LocalDate.of(2025, 3, 28), LocalDate.of(2025, 3, 31));
    }

    @Override
    protected Account emptyAccount(Path folder) {
        source.always(Answer.json("{\"rows\": []}"));
        return account(folder);
    }

    @Override
    protected DaylightCase daylight(Path folder) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        String orders = Stream.of(SHORT, LONG)
                .flatMap(day -> hours(day, berlin))
                .map(at -> "{\"id\": \"" + at + "\", \"at\": \"" + at + "\", \"amount\": \"1\"}")
                .collect(joining(","));
        String traffic = Stream.of(SHORT, LONG)
                .map(day -> "{\"day\": \"" + day + "\", \"channel\": \"\", \"sessions\": 1}")
                .collect(joining(","));
        source.answer("GET /orders?first=" + SHORT, Answer.json("{\"rows\": [" + orders + "]}"));
        source.answer("GET /traffic?first=" + SHORT, Answer.json("{\"rows\": [" + traffic + "]}"));
        return new DaylightCase(
                in(Account.in("Europe/Berlin", "EUR")), new DayRange(SHORT, LONG), Map.of(SHORT, 24, LONG, 26));
    }

    private static Stream<Instant> hours(LocalDate day, ZoneId zone) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return Stream.iterate(
                day.atStartOfDay(zone).toInstant().plus(Duration.ofMinutes(30)),
                at -> at.isBefore(end),
                at -> at.plus(Duration.ofHours(1)));
    }

    @Override
    protected List<FaultCase> faults() {
        List<FaultCase> faults = new ArrayList<>(HttpFaults.of(source, this::account));
        faults.add(HttpFaults.slow(
                source, folder -> account(folder).with("patience-millis", "60"), Duration.ofSeconds(1)));
        faults.add(changed("missing field", "{\"day\": \"2025-03-28\", \"channel\": \"\"}"));
        faults.add(
                changed("text for a number", "{\"day\": \"2025-03-28\", \"channel\": \"\", \"sessions\": \"many\"}"));
        faults.add(FaultCase.of("base-url without http", Kind.SETTINGS, folder -> account(folder)
                        .with("base-url", "shelf at the corner"))
                .naming("base-url"));
        return faults;
    }

    private FaultCase changed(String name, String row) {
        Answer answer = Answer.json("{\"rows\": [" + row + "]}");
        return HttpFaults.always(name, Kind.DATA, source, this::account, answer).naming("sessions");
    }

    @Override
    protected OptionalInt largestPage() {
        return OptionalInt.of(100);
    }

    @Override
    protected Path home() {
        Path home = temporary.resolve(flaw == Flaw.OTHER_FOLDER ? "cupboard" : "shelf");
        ConnectorSpec spec = factory().spec();
        String streams = flaw == Flaw.README_OUTDATED ? "" : SpecTables.streams(spec);
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve("README.md"), "# Shelf\n" + SpecTables.settings(spec) + "\n" + streams);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return home;
    }

    @Override
    protected Iterable<ConnectorFactory> offered() {
        return flaw == Flaw.NOT_OFFERED ? List.of() : super.offered();
    }
}
