package vn.nhip.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.DollarRate;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.sandbox.truth.VisitDay;

/**
 * A tea shop that does not exist, with everything that happened in it.
 *
 * <p>The same seed and first day give the same events on every day, whatever the last day is: a later last day only
 * adds days, delivers orders that were under way, and closes more months.
 */
public record SampleBusiness(String name, Truth truth) {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    public static final long SEED = 20_260_217;

    private static final String NAME = "Tiệm Trà Mây Tưởng Tượng (dữ liệu mẫu)";
    private static final int MONTHS = 24;
    private static final int DAYS_AROUND_TET = 10;

    /** The business as it stands on the evening before the clock's day: 24 whole months and the running one. */
    public static SampleBusiness asOf(Clock clock) {
        LocalDate lastDay = LocalDate.now(clock.withZone(ZONE)).minusDays(1);
        return of(SEED, firstDay(lastDay), lastDay);
    }

    /** 24 months before the last day's month begins, or earlier where that would not show two whole Tết seasons. */
    static LocalDate firstDay(LocalDate lastDay) {
        LocalDate first = lastDay.withDayOfMonth(1).minusMonths(MONTHS);
        while (seasons(first, lastDay) < 2) {
            first = first.minusMonths(1);
        }
        return first;
    }

    private static long seasons(LocalDate first, LocalDate last) {
        return first.datesUntil(last.minusDays(DAYS_AROUND_TET).plusDays(1))
                .filter(day -> LunarDays.fromTet(day) == 0)
                .count();
    }

    /**
     * The business from its first day, when it opened, to its last, both included.
     *
     * @throws IllegalArgumentException when the days are in the wrong order or too many, or outside the lunar table
     */
    public static SampleBusiness of(long seed, LocalDate firstDay, LocalDate lastDay) {
        long days = ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
        if (days < 1 || days > Contact.MOST_DAYS) {
            throw new IllegalArgumentException("the sample business can run from 1 to " + Contact.MOST_DAYS
                    + " days, not " + days + " (" + firstDay + " to " + lastDay + ")");
        }
        YearMonth closed = YearMonth.from(lastDay).minusMonths(2);
        return new SampleBusiness(NAME, truth(seed, new Truth.Span(firstDay, lastDay, ZONE, closed)));
    }

    private static Truth truth(long seed, Truth.Span span) {
        LocalDate first = span.firstDay();
        LocalDate last = span.lastDay();
        Crowd crowd = new Crowd(seed, first, last);
        Wholesale wholesale = new Wholesale(seed, first, last);
        List<Purchase> purchases = new ArrayList<>(crowd.purchases());
        purchases.addAll(wholesale.purchases());
        List<Sale> sales = Sales.of(seed, last, purchases);
        List<Payback> paybacks = Sales.paybacks(seed, last, sales);
        List<AdSpend> ads = new Ads(seed, first).days(first, last);
        List<DollarRate> rates = Rates.of(seed, first, last);
        Accountant accountant = new Accountant(seed, span);
        accountant.keep(sales, paybacks, ads, rates);
        Truth.Books books =
                new Truth.Books(accountant.journal(), accountant.byHand(), rates, Rates.footCounts(seed, first, last));
        Truth.Trade trade = new Truth.Trade(sales, paybacks, wholesale.partners());
        return new Truth(span, crowd.shoppers(), trade, web(seed, span, ads, crowd.inquiries()), books);
    }

    private static Truth.Web web(long seed, Truth.Span span, List<AdSpend> ads, List<Inquiry> asked) {
        List<VisitDay> visits = new Visits(seed, span.firstDay()).days(span.firstDay(), span.lastDay());
        List<Inquiry> inquiries = asked.stream()
                .sorted(Comparator.comparing(Inquiry::at).thenComparing(Inquiry::id))
                .toList();
        return new Truth.Web(
                visits,
                Visits.unique(visits),
                ads,
                Mail.of(seed, span.firstDay(), span.lastDay()),
                inquiries,
                Answers.of(seed, span.firstDay(), span.lastDay()));
    }
}
