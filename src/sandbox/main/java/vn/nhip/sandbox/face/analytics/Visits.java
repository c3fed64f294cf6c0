package vn.nhip.sandbox.face.analytics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty.Mark;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.VisitDay;

/** The visits and purchases of one property as it shows them at this moment. */
final class Visits {

    private static final int FEWEST_USERS = 5;

    private final AnalyticsProperty property;
    private final LocalDate today;

    Visits(AnalyticsProperty property, Clock clock) {
        this.property = property;
        this.today = LocalDate.now(clock.withZone(property.zone()));
    }

    /** Whole days, or the parts that they have by where visits came from. */
    Stream<Visit> between(LocalDate first, LocalDate last, boolean parts) {
        return property.truth().web().visits().stream()
                .filter(day -> !day.day().isBefore(first) && !day.day().isAfter(last))
                .flatMap(day -> parts ? parts(day) : Stream.of(Visit.of(day.day(), Visit.ANYWHERE, day.whole())))
                .map(this::asCounted);
    }

    private Stream<Visit> parts(VisitDay day) {
        return day.parts().stream()
                .filter(part -> !property.marks().contains(Mark.THRESHOLDED)
                        || part.counts().users() >= FEWEST_USERS)
                .map(part -> Visit.of(day.day(), part.from(), part.counts()));
    }

    private Visit asCounted(Visit visit) {
        long age = ChronoUnit.DAYS.between(visit.day(), today);
        return age > property.settlesAfter() || property.settlesAfter() == 0 ? visit : visit.partly(8);
    }

    /** What was bought on the web, one entry a day. */
    Stream<Visit> purchases(LocalDate first, LocalDate last) {
        Map<LocalDate, List<Sale>> days = new TreeMap<>();
        for (Sale sale : property.truth().trade().sales()) {
            LocalDate day = sale.at().atZone(property.zone()).toLocalDate();
            if (sale.channel() == Sale.Channel.WEB && !day.isBefore(first) && !day.isAfter(last)) {
                days.merge(day, List.of(sale), (one, other) -> Stream.concat(one.stream(), other.stream())
                        .toList());
            }
        }
        return days.entrySet().stream().map(day -> bought(day.getKey(), day.getValue()));
    }

    private Visit bought(LocalDate day, List<Sale> sales) {
        BigDecimal revenue = sales.stream().map(Sale::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Visit(
                day,
                Visit.ANYWHERE,
                Visit.NOBODY,
                sales.size(),
                property.marks().contains(Mark.NO_REVENUE) ? BigDecimal.ZERO : revenue);
    }
}
