package vn.nhip.sandbox.truth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhip.sandbox.truth.BookEntry.Side;

/** Costs of a period: the journal once the month is closed, before that the ads and what is kept by hand. */
final class Bookkeeping {
    private final Truth.Span span;
    private final ByDay<BookEntry> journal;
    private final ByDay<AdSpend> ads;
    private final Truth.Books books;
    private final Map<LocalDate, BigDecimal> rates = new HashMap<>();

    Bookkeeping(Truth truth) {
        this.span = truth.span();
        this.books = truth.books();
        this.journal = new ByDay<>(books.journal(), BookEntry::day);
        this.ads = new ByDay<>(truth.web().ads(), AdSpend::day);
        books.rates().forEach(rate -> rates.put(rate.day(), rate.rate()));
    }

    BigDecimal booked(Period period, Side... sides) {
        return journal.in(period)
                .filter(entry -> Arrays.asList(sides).contains(entry.side()))
                .map(BookEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the platforms charged, in đồng by each day's rate; absent where a day has no rate. */
    Optional<BigDecimal> adCost(Period period) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AdSpend ad : ads.in(period).toList()) {
            BigDecimal rate = ad.platform().currency().equals("VND") ? BigDecimal.ONE : rates.get(ad.day());
            if (rate == null) {
                return Optional.empty();
            }
            sum = sum.add(ad.cost().multiply(rate));
        }
        return Optional.of(sum);
    }

    /** Marketing and sales costs of a month. */
    Optional<BigDecimal> acquisitionCost(Period month) {
        if (isClosed(month)) {
            return Optional.of(booked(month, Side.MARKETING, Side.SALES));
        }
        return adCost(month).map(ads -> ads.add(byHand(month, Side.MARKETING, Side.SALES)));
    }

    /** What care and loyalty cost in a month; absent while it stands neither in closed books nor in the workbook. */
    Optional<BigDecimal> retentionCost(Period month) {
        if (isClosed(month)) {
            return Optional.of(booked(month, Side.RETENTION));
        }
        boolean entered = handEntries(month, Side.RETENTION).findAny().isPresent();
        return entered ? Optional.of(byHand(month, Side.RETENTION)) : Optional.empty();
    }

    private boolean isClosed(Period month) {
        return !YearMonth.from(month.from()).isAfter(span.closedThrough());
    }

    private BigDecimal byHand(Period month, Side... sides) {
        return handEntries(month, sides).map(HandEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<HandEntry> handEntries(Period month, Side... sides) {
        return books.byHand().stream()
                .filter(entry -> entry.month().equals(YearMonth.from(month.from())))
                .filter(entry -> Arrays.asList(sides).contains(entry.side()));
    }
}
