package vn.nhip.connector.metaads;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.DayRange;

/** Businesses that advertise and have forms, and nothing else. */
final class Shop {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Shopper SOMEBODY =
            new Shopper("KH000001", "Khach.1@khach-hang.example", "0990000001", Shopper.Kind.RETAIL, false);

    private Shop() {}

    static Truth of(DayRange days, ZoneId zone, List<AdSpend> ads, List<Inquiry> inquiries) {
        Truth.Span span = new Truth.Span(days.first(), days.last(), zone, YearMonth.from(days.first()));
        return new Truth(
                span,
                List.of(SOMEBODY),
                new Truth.Trade(List.of(), List.of(), List.of()),
                new Truth.Web(List.of(), List.of(), ads, List.of(), inquiries, List.of()),
                new Truth.Books(List.of(), List.of(), List.of(), List.of()));
    }

    static Truth nothing(DayRange days) {
        return of(days, VIETNAM, List.of(), List.of());
    }

    /** So many campaigns on every day, each with figures of its own. */
    static Truth advertising(DayRange days, int campaigns) {
        List<AdSpend> ads = new ArrayList<>();
        days.first().datesUntil(days.last().plusDays(1)).forEach(day -> {
            for (int number = 0; number < campaigns; number++) {
                ads.add(ad(day, number));
            }
        });
        return of(days, VIETNAM, ads, List.of());
    }

    /** One campaign on every day but one. */
    static List<AdSpend> adsExcept(DayRange days, LocalDate quiet) {
        return days.first()
                .datesUntil(days.last().plusDays(1))
                .filter(day -> !day.equals(quiet))
                .map(day -> ad(day, 1))
                .toList();
    }

    static AdSpend ad(LocalDate day, int number) {
        long seed = day.getDayOfMonth() * 7L + number;
        AdSpend.Counts counts = new AdSpend.Counts(
                1_000 + seed, 10 + seed % 5, seed % 3, new BigDecimal(seed % 3).multiply(new BigDecimal("12.25")));
        return new AdSpend(
                AdSpend.Platform.META,
                day,
                new AdSpend.Campaign("2385000000000" + (1_000 + number), "Chiến dịch " + number),
                counts,
                new BigDecimal("3.07").add(new BigDecimal(number)));
    }

    /** One form an hour, from half past midnight. */
    static Stream<Inquiry> hourly(LocalDate day, ZoneId zone) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return Stream.iterate(
                        day.atStartOfDay(zone).toInstant().plus(Duration.ofMinutes(30)),
                        at -> at.isBefore(end),
                        at -> at.plus(Duration.ofHours(1)))
                .map(at -> new Inquiry(
                        "YC" + at.getEpochSecond(),
                        at,
                        Inquiry.Origin.FORM,
                        Optional.of(SOMEBODY),
                        "paid-social",
                        Inquiry.State.OPEN));
    }
}
