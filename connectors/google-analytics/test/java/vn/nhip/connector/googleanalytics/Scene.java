package vn.nhip.connector.googleanalytics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.analytics.AnalyticsFace;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.sandbox.truth.VisitDay;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Site;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.CalledSource;
import vn.nhip.testkit.GivenAccess;
import vn.nhip.testkit.Received;

/** Google Analytics on loopback with the sample business as its property, on 2026-01-15 at 08:00 in Vietnam. */
final class Scene implements CalledSource {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T01:00:00Z"), ZoneOffset.UTC);
    static final Truth TRUTH = SampleBusiness.asOf(CLOCK).truth();
    static final DayRange DAYS = new DayRange(LocalDate.of(2025, 12, 10), LocalDate.of(2026, 1, 14));
    static final String PROPERTY = "314186564";
    static final String NO_VISITS = "314186565";
    static final String TOKEN = "given-token-of-the-connection";

    private final AnalyticsFace face = AnalyticsFace.of(
            CLOCK,
            Tokens.only(TOKEN),
            AnalyticsProperty.of(PROPERTY, "VND", TRUTH),
            AnalyticsProperty.of(NO_VISITS, "VND", visited(SampleBusiness.ZONE, List.of())));

    AnalyticsFace face() {
        return face;
    }

    /** The property as it is asked for here: a hundred rows a page. */
    Account account(String property) {
        return account(property, SampleBusiness.ZONE, CLOCK, GivenAccess.of(TOKEN));
    }

    Account account(String property, ZoneId zone, Clock clock, Access access) {
        Site site = new Site(Optional.of(face.base()), Optional.empty());
        return new Account(
                Map.of("property", property, "rows-per-page", "100", "patience-seconds", "20"),
                Map.of(),
                new ConnectorContext(clock, zone, Currency.getInstance("VND"), access, site));
    }

    /** A business that had these visits and nothing else. */
    static Truth visited(ZoneId zone, List<VisitDay> visits) {
        Truth.Span span = new Truth.Span(
                TRUTH.span().firstDay(),
                TRUTH.span().lastDay(),
                zone,
                TRUTH.span().closedThrough());
        return new Truth(
                span,
                List.of(),
                new Truth.Trade(List.of(), List.of(), List.of()),
                new Truth.Web(visits, List.of(), List.of(), List.of(), List.of(), List.of()),
                TRUTH.books());
    }

    static List<VisitDay> visits(DayRange days) {
        return TRUTH.web().visits().stream()
                .filter(visit -> days.contains(visit.day()))
                .toList();
    }

    @Override
    public List<Received> requests() {
        return face.server().calls().stream()
                .map(call -> new Received("POST", "/" + call.method(), call.headers(), ""))
                .toList();
    }

    @Override
    public Scene heal() {
        face.server().fail(FaultPlan.none());
        return this;
    }

    @Override
    public void close() {
        face.close();
    }
}
