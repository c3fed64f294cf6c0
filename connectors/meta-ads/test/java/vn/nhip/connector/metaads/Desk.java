package vn.nhip.connector.metaads;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.graph.GraphAccount;
import vn.nhip.sandbox.face.graph.GraphFace;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Access;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Site;
import vn.nhip.spi.Slice;

/** An emulated service, a clock that is moved, and an account that is read as the engine does. */
final class Desk implements AutoCloseable {

    static final String TOKEN = "EAAB-canary-token-of-this-test";
    static final String NUMBER = "1020304050";
    static final Instant MORNING = Instant.parse("2026-01-15T01:00:00Z");

    /** A clock that stands where it is put. */
    static final class Hand extends Clock {
        private Instant now = MORNING;

        void put(Instant instant) {
            now = instant;
        }

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class Held implements Access {
        private final List<Secret> refused = new ArrayList<>();

        @Override
        public Secret token() {
            return Secret.of(TOKEN);
        }

        @Override
        public void refused(Secret token) {
            refused.add(token);
        }
    }

    final Hand clock = new Hand();
    final GraphFace face;
    final GraphAccount account;
    private final Held access = new Held();
    private HttpLimits limits = Patience.LONG;
    private final Map<String, String> settings = new TreeMap<>(Map.of("ad-account", NUMBER));
    private final Map<String, Secret> secrets = new TreeMap<>();

    Desk(Truth truth) {
        account = GraphAccount.of(NUMBER, truth);
        face = GraphFace.of(clock, Tokens.only(TOKEN), account);
    }

    Desk setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    Desk secret(String name, String value) {
        secrets.put(name, Secret.of(value));
        return this;
    }

    Desk impatient() {
        limits = Patience.SHORT;
        return this;
    }

    ConnectorContext context() {
        return new ConnectorContext(
                clock,
                Shop.VIETNAM,
                Currency.getInstance("VND"),
                access,
                new Site(Optional.of(face.base()), Optional.empty()));
    }

    Connector open() {
        MetaAdsConnectorFactory factory = new MetaAdsConnectorFactory(limits);
        return factory.open(Settings.of(factory.spec(), settings, secrets), context());
    }

    int refusedTokens() {
        return access.refused.size();
    }

    List<Page> pages(DayRange days) {
        try (Connector connector = open()) {
            List<Page> pages = new ArrayList<>();
            for (Slice slice : connector.slices(MetaAdsConnector.AD_DAYS, days)) {
                pages.addAll(from(connector, MetaAdsConnector.AD_DAYS, slice, Optional.empty()));
            }
            return pages;
        }
    }

    List<Page> from(Connector connector, String stream, Slice slice, Optional<Cursor> start) {
        List<Page> pages = new ArrayList<>();
        Optional<Cursor> after = start;
        do {
            Page page = connector.read(new ReadRequest(stream, slice, after));
            page.readyIn().ifPresent(clock::forward);
            pages.add(page);
            after = page.next();
        } while (after.isPresent());
        return pages;
    }

    /** The facts of these days by key, the later one of two with the same key. */
    Map<String, Fact> night(DayRange days) {
        return facts(pages(days));
    }

    static Map<String, Fact> facts(List<Page> pages) {
        Map<String, Fact> facts = new TreeMap<>();
        pages.forEach(page -> page.facts().stream().map(Envelope::fact).forEach(fact -> facts.put(fact.key(), fact)));
        return facts;
    }

    static List<AdDay> adDays(List<Page> pages) {
        return facts(pages).values().stream().map(AdDay.class::cast).toList();
    }

    static List<String> drift(List<Page> pages) {
        return pages.stream().flatMap(page -> page.notes().drift().stream()).toList();
    }

    @Override
    public void close() {
        face.close();
    }
}
