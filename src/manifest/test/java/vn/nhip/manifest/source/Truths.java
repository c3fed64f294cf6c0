package vn.nhip.manifest.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.truth.Answer;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;

/** Truths of the sample business: six weeks, a few of everything, and nothing. */
final class Truths {

    static final LocalDate FIRST = LocalDate.of(2025, 12, 3);
    static final LocalDate LAST = LocalDate.of(2026, 1, 14);

    /** The morning after the last day. */
    static final Instant MORNING = Instant.parse("2026-01-15T01:00:00Z");

    private static final int RETURNS = 2;

    private Truths() {}

    static Truth through(LocalDate last) {
        return SampleBusiness.of(SampleBusiness.SEED, FIRST, last).truth();
    }

    /** The first so many of each list and of each channel, which make several pages of two; what came back is among them. */
    static Truth few(Truth truth, int count) {
        Truth.Trade trade = truth.trade();
        Truth.Web web = truth.web();
        List<Payback> paybacks =
                firstOfEach(trade.paybacks(), back -> back.sale().channel(), Math.min(count, RETURNS));
        List<Sale> sales = new ArrayList<>(paybacks.stream().map(Payback::sale).toList());
        trade.sales().stream().filter(sale -> !sales.contains(sale)).forEach(sales::add);
        return new Truth(
                truth.span(),
                first(truth.shoppers(), count),
                new Truth.Trade(
                        firstOfEach(sales, Sale::channel, count).stream()
                                .sorted(Comparator.comparing(Sale::at))
                                .toList(),
                        paybacks,
                        first(trade.partners(), count)),
                new Truth.Web(
                        web.visits(),
                        web.uniqueUsers(),
                        web.ads(),
                        first(web.mailings(), count),
                        firstOfEach(web.inquiries(), Inquiry::origin, count),
                        firstOfEach(web.answers(), Answer::byPhone, count)),
                truth.books());
    }

    static Truth nothing(Truth truth) {
        Truth none = few(truth, 0);
        Truth.Web web = new Truth.Web(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        Truth.Books books = new Truth.Books(List.of(), List.of(), List.of(), List.of());
        return new Truth(none.span(), List.of(), none.trade(), web, books);
    }

    /** The same in another zone. */
    static Truth in(ZoneId zone, Truth truth) {
        Truth.Span span = truth.span();
        return new Truth(
                new Truth.Span(span.firstDay(), span.lastDay(), zone, span.closedThrough()),
                truth.shoppers(),
                truth.trade(),
                truth.web(),
                truth.books());
    }

    private static <T, G> List<T> firstOfEach(List<T> all, Function<T, G> group, int count) {
        Map<G, Integer> taken = new HashMap<>();
        return all.stream()
                .filter(each -> taken.merge(group.apply(each), 1, Integer::sum) <= count)
                .toList();
    }

    private static <T> List<T> first(List<T> all, int count) {
        return all.subList(0, Math.min(count, all.size()));
    }
}
