package vn.nhip.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Scope;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Slice;
import vn.nhip.spi.StreamSpec;
import vn.nhip.spi.TrafficDay;

/** A report source that takes its time; every answer is written to the file that a system property names. */
public final class PatientReports implements ConnectorFactory {

    static final String ANSWERS = "nhip.test.answers";
    private static final int DAYS_PER_PAGE = 3;
    private static final long MILLIS = 30;

    @Override
    public ConnectorSpec spec() {
        StreamSpec days = new StreamSpec("days", Set.of(FactKind.TRAFFIC_DAY), 28, StreamSpec.PageOrder.CURSOR, 2);
        return new ConnectorSpec("patient-reports", "Patient reports", List.of(), List.of(days), List.of());
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return new Open();
    }

    private static final class Open implements Connector {

        @Override
        public void check() {}

        @Override
        public List<Slice> slices(String stream, DayRange days) {
            List<Slice> slices = new ArrayList<>();
            for (LocalDate last = days.last(); !last.isBefore(days.first()); last = last.minusDays(31)) {
                LocalDate first = last.minusDays(30);
                slices.add(Slice.days(new DayRange(first.isBefore(days.first()) ? days.first() : first, last)));
            }
            return slices;
        }

        @Override
        public Page read(ReadRequest request) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS));
            DayRange days = request.slice().days().orElseThrow();
            LocalDate from =
                    request.after().map(Cursor::value).map(LocalDate::parse).orElse(days.first());
            LocalDate next = from.plusDays(DAYS_PER_PAGE);
            List<Envelope> facts = new ArrayList<>();
            for (LocalDate day = from; day.isBefore(next) && !day.isAfter(days.last()); day = day.plusDays(1)) {
                TrafficDay.TrafficCounts counts = new TrafficDay.TrafficCounts(day.toEpochDay() % 997, 0, 9, 0, 0);
                facts.add(new Envelope(
                        new TrafficDay(day, Scope.TOTAL, TrafficDay.TrafficSource.ALL, counts, Set.of()),
                        0,
                        day.toString()));
            }
            answered(request.slice().name() + " " + from);
            return new Page(
                    facts,
                    List.of(),
                    List.of(),
                    new Page.Counts(facts.size(), 0, facts.size()),
                    new RawBody(
                            "days from " + from, "text/plain", from.toString().getBytes(StandardCharsets.UTF_8)),
                    next.isAfter(days.last()) ? Optional.empty() : Optional.of(new Cursor(next.toString())),
                    Optional.empty());
        }

        private static void answered(String page) {
            try {
                Files.writeString(
                        Path.of(System.getProperty(ANSWERS)),
                        page + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
