package vn.nhip.manifest.source;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.books.QuickbooksService;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.BookEntry;
import vn.nhip.sandbox.truth.BookEntry.Side;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Fact;
import vn.nhip.spi.LedgerEntry;

/** QuickBooks Online: what was earned and spent, by account and day. */
final class Quickbooks implements Sample {

    @Override
    public String id() {
        return "quickbooks";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "company", QuickbooksService.COMPANY,
                "marketing-accounts", QuickbooksService.account(Side.MARKETING) + ", 5",
                "sales-accounts", QuickbooksService.account(Side.SALES),
                "retention-accounts", QuickbooksService.account(Side.RETENTION),
                "tax-accounts", QuickbooksService.account(Side.TAX));
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of(
                "method", "Accrual",
                "host", "quickbooks.api.intuit.com",
                "marketing-accounts", "",
                "sales-accounts", "",
                "retention-accounts", "",
                "tax-accounts", "");
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new QuickbooksService(truth, Tokens.only(token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        List<LocalDate> days = truth.books().journal().stream()
                .map(BookEntry::day)
                .filter(day -> !day.isAfter(truth.span().lastDay()))
                .distinct()
                .toList();
        for (LocalDate day : days) {
            QuickbooksService.booked(truth, day, day).forEach((side, amount) -> facts.add(entry(day, side, amount)));
        }
        return facts;
    }

    private static LedgerEntry entry(LocalDate day, Side side, BigDecimal amount) {
        return new LedgerEntry(
                day + " " + QuickbooksService.account(side),
                day,
                LedgerEntry.Category.valueOf(side.name()),
                Orders.dong(amount));
    }

    /** A day is one page: none follows from which it could be another. */
    @Override
    public Map<String, Predicate<RestAsk>> places() {
        Map<String, Predicate<RestAsk>> places = new LinkedHashMap<>();
        places.put("first page", ask -> ask.parameter("start_date").equals(Truths.LAST.toString()));
        places.put("first page of the first day", ask -> ask.parameter("start_date")
                .equals(Truths.FIRST.toString()));
        return places;
    }
}
