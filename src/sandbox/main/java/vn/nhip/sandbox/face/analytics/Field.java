package vn.nhip.sandbox.face.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import vn.nhip.sandbox.truth.UniqueUsers;
import vn.nhip.sandbox.truth.VisitDay.Counts;

/** The dimensions and metrics that the face knows, by the vendor's names. */
final class Field {

    private Field() {}

    /** What rows are told apart by. */
    enum Dimension {
        DATE("date"),
        CHANNEL("sessionDefaultChannelGroup"),
        SOURCE("sessionSource"),
        MEDIUM("sessionMedium"),
        CAMPAIGN("sessionCampaignName");

        private final String api;

        Dimension(String api) {
            this.api = api;
        }

        static Optional<Dimension> of(String api) {
            return Arrays.stream(values()).filter(one -> one.api.equals(api)).findFirst();
        }

        String of(Visit visit) {
            return switch (this) {
                case DATE -> visit.day().format(DateTimeFormatter.BASIC_ISO_DATE);
                case CHANNEL -> visit.from().channel();
                case SOURCE -> visit.from().source();
                case MEDIUM -> visit.from().medium();
                case CAMPAIGN -> visit.from().campaign();
            };
        }
    }

    /** What is counted. */
    enum Metric {
        SESSIONS("sessions"),
        ENGAGED("engagedSessions"),
        USERS("totalUsers"),
        NEW_USERS("newUsers"),
        KEY_EVENTS("keyEvents"),
        TRANSACTIONS("transactions"),
        REVENUE("purchaseRevenue");

        private final String api;

        Metric(String api) {
            this.api = api;
        }

        static Optional<Metric> of(String api) {
            return Arrays.stream(values()).filter(one -> one.api.equals(api)).findFirst();
        }

        boolean isOfPurchases() {
            return this == TRANSACTIONS || this == REVENUE;
        }

        String of(List<Visit> visits) {
            return switch (this) {
                case SESSIONS -> sum(visits, Counts::sessions);
                case ENGAGED -> sum(visits, Counts::engaged);
                case USERS -> users(visits);
                case NEW_USERS -> sum(visits, Counts::newUsers);
                case KEY_EVENTS -> sum(visits, Counts::keyEvents);
                case TRANSACTIONS ->
                    String.valueOf(
                            visits.stream().mapToLong(Visit::transactions).sum());
                case REVENUE ->
                    visits.stream()
                            .map(Visit::revenue)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .toPlainString();
            };
        }
    }

    private static String sum(List<Visit> visits, ToLongFunction<Counts> count) {
        return String.valueOf(
                visits.stream().map(Visit::counts).mapToLong(count).sum());
    }

    /** Users of one day are added over its parts; those of several days come back. */
    private static String users(List<Visit> visits) {
        Map<LocalDate, Long> days = visits.stream()
                .collect(Collectors.groupingBy(Visit::day, Collectors.summingLong(visit -> visit.counts()
                        .users())));
        return String.valueOf(UniqueUsers.together(List.copyOf(days.values())));
    }
}
