package vn.nhip.manifest.source;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.books.SheetsService;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.FootCount;
import vn.nhip.sandbox.truth.HandEntry;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Fact;
import vn.nhip.spi.MetricDay;

/** Google Sheets: costs and visitors as people keep them by hand. */
final class GoogleSheets implements Sample {

    @Override
    public String id() {
        return "google-sheets";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("spreadsheet", SheetsService.SPREADSHEET);
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("range", "A2:C");
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new SheetsService(truth, Tokens.only(token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        for (HandEntry entry : truth.books().byHand()) {
            String metric = entry.side().name().toLowerCase(Locale.ROOT) + "-cost";
            facts.add(
                    number(entry.month().atEndOfMonth(), metric, facts.size() + 1, entry.amount(), Optional.of("VND")));
        }
        for (FootCount count : truth.books().footCounts()) {
            BigDecimal people = BigDecimal.valueOf(count.people());
            facts.add(number(count.day(), "store-visitors", facts.size() + 1, people, Optional.empty()));
        }
        return facts;
    }

    private static MetricDay number(
            LocalDate day, String metric, int row, BigDecimal value, Optional<String> currency) {
        return new MetricDay(day, metric, Map.of("row", String.valueOf(row)), value, currency);
    }

    @Override
    public Map<String, Predicate<RestAsk>> places() {
        return Map.of("first page", ask -> true);
    }
}
