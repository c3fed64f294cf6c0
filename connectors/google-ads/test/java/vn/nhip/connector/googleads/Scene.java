package vn.nhip.connector.googleads;

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
import vn.nhip.sandbox.face.ads.AdsCustomer;
import vn.nhip.sandbox.face.ads.AdsFace;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Site;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.CalledSource;
import vn.nhip.testkit.GivenAccess;
import vn.nhip.testkit.Received;

/** Google Ads on loopback with the sample business as an account below a manager, on 2026-01-15 at 08:00 in Vietnam. */
final class Scene implements CalledSource {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T01:00:00Z"), ZoneOffset.UTC);
    static final DayRange DAYS = new DayRange(LocalDate.of(2025, 12, 10), LocalDate.of(2026, 1, 14));
    static final Truth TRUTH = SampleBusiness.of(SampleBusiness.SEED, LocalDate.of(2025, 12, 1), DAYS.last())
            .truth();

    static final String MANAGER = "9000000001";
    static final String SHOP = "1234567890";
    static final String QUIET = "1234567891";
    static final String TOKEN = "given-token-of-the-connection";
    static final String DEVELOPER = "developer-token-of-the-test";

    /** Rows on a page, so that the campaigns of a month take three. */
    static final int ROWS = 32;

    static final AdsCustomer GOOD = AdsCustomer.of(SHOP, TRUTH).under(MANAGER);

    private final AdsFace face;

    Scene() {
        this(CLOCK, Tokens.only(TOKEN));
    }

    Scene(Clock clock, Tokens tokens) {
        face = AdsFace.of(
                clock,
                tokens,
                DEVELOPER,
                AdsCustomer.manager(MANAGER, SampleBusiness.ZONE),
                GOOD,
                AdsCustomer.of(QUIET, spending(SampleBusiness.ZONE, List.of())).under(MANAGER));
        heal();
    }

    AdsFace face() {
        return face;
    }

    Account account() {
        return account(SHOP);
    }

    Account account(String customer) {
        return account(customer, SampleBusiness.ZONE, CLOCK, GivenAccess.of(TOKEN));
    }

    Account account(String customer, ZoneId zone, Clock clock, Access access) {
        return new Account(
                Map.of("customer-id", customer, "login-customer-id", MANAGER, "patience-seconds", "20"),
                Map.of(GoogleAdsConnectorFactory.DEVELOPER_TOKEN, Secret.of(DEVELOPER)),
                context(zone, clock, access));
    }

    ConnectorContext context(ZoneId zone, Clock clock, Access access) {
        Site site = new Site(Optional.of(face.base()), Optional.empty());
        return new ConnectorContext(clock, zone, Currency.getInstance("USD"), access, site);
    }

    /** A business that advertised like this and did nothing else. */
    static Truth spending(ZoneId zone, List<AdSpend> ads) {
        Truth.Span span = new Truth.Span(
                TRUTH.span().firstDay(),
                TRUTH.span().lastDay(),
                zone,
                TRUTH.span().closedThrough());
        return new Truth(
                span,
                List.of(),
                new Truth.Trade(List.of(), List.of(), List.of()),
                new Truth.Web(List.of(), List.of(), ads, List.of(), List.of(), List.of()),
                TRUTH.books());
    }

    /** What the sample business spent with Google on these days. */
    static List<AdSpend> spent(DayRange days) {
        return TRUTH.web().ads().stream()
                .filter(ad -> ad.platform() == AdSpend.Platform.GOOGLE && days.contains(ad.day()))
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
        face.twist(AdsFace.Twist.none());
        face.allowing(15_000);
        face.pagesOf(ROWS);
        face.put(GOOD);
        return this;
    }

    @Override
    public void close() {
        face.close();
    }
}
