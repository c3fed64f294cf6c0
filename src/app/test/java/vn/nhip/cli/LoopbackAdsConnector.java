package vn.nhip.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Connector;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Money;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Scope;
import vn.nhip.spi.Slice;

/** Reads one day per page, so that a token may die between two of them. */
final class LoopbackAdsConnector implements Connector {

    private static final int DAYS = 10;

    private final LoopbackCalls calls;

    LoopbackAdsConnector(LoopbackCalls calls) {
        this.calls = calls;
    }

    @Override
    public void check() {
        calls.get("/accounts");
    }

    @Override
    public List<Slice> slices(String stream, DayRange days) {
        return List.of(Slice.days(new DayRange(days.last().minusDays(DAYS - 1), days.last())));
    }

    @Override
    public Page read(ReadRequest request) {
        DayRange days = request.slice().days().orElseThrow();
        LocalDate day = request.after()
                .map(cursor -> LocalDate.parse(cursor.value()).plusDays(1))
                .orElse(days.first());
        JsonNode answer = calls.get("/report/" + calls.customer() + "/" + day);
        List<Envelope> facts = new ArrayList<>();
        facts.add(new Envelope(fact(day, answer), 0, "row 1"));
        Optional<Cursor> next = day.isBefore(days.last()) ? Optional.of(new Cursor(day.toString())) : Optional.empty();
        return new Page(
                facts,
                List.of(),
                List.of(),
                new Page.Counts(1, 0, 1),
                new RawBody(
                        "GET /report/" + day,
                        "application/json",
                        answer.toString().getBytes(StandardCharsets.UTF_8)),
                next,
                Optional.empty());
    }

    private static AdDay fact(LocalDate day, JsonNode answer) {
        return new AdDay(
                day,
                Scope.TOTAL,
                AdDay.Campaign.ALL,
                "default",
                answer.path("impressions").asLong(),
                answer.path("clicks").asLong(),
                Money.of(new BigDecimal(answer.path("cost").asText()), "USD"),
                new AdDay.Conversions(BigDecimal.ZERO, Money.of(BigDecimal.ZERO, "USD")));
    }
}
