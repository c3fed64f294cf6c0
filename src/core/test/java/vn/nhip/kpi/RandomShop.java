package vn.nhip.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Shipped;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.metric.IdentityRules;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;

/** A business that random steps happen to, and its engine. */
final class RandomShop {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final Catalogue CATALOGUE = some(
            "website-traffic",
            "website-sessions",
            "leads",
            "sales",
            "order-count",
            "best-selling-products",
            "conversion-rate",
            "advertising-cost",
            "new-customers",
            "active-customers",
            "customer-retention-rate-30",
            "customer-retention-rate-period",
            "returned-customers-rate",
            "average-order-value",
            "email-open-rate",
            "revenue",
            "customer-acquisition-cost",
            "revenue-per-customer",
            "customer-satisfaction");
    static final IdentityRules IDENTITIES = new IdentityRules(3, Set.of("nobody"));
    private static final List<String> NAMES =
            List.of("pos", "web", "crm", "ga", "ads", "ads-us", "mail", "books", "survey", "bank", "hand");
    private static final List<List<String>> PERSONS = List.of(
            List.of("a"),
            List.of("b"),
            List.of("a", "b"),
            List.of("c", "shared"),
            List.of("d", "shared"),
            List.of("e", "shared"),
            List.of("f", "shared"),
            List.of("c", "nobody"),
            List.of("d", "nobody"),
            List.of("b", "e"));
    private static final List<String> STATUSES = List.of("paid", "confirmed", "delivered", "pending", "cancelled");
    private static final List<String> CATEGORIES = List.of("revenue", "marketing", "sales", "other");

    private final Books books;
    private final WorkspaceConfig config;
    private LocalDate today = FIRST.plusDays(60);

    RandomShop(Store store, long workspace) {
        this.books = new Books(store, workspace, "VND", NAMES);
        this.config = books.config(
                "VND",
                Optional.of(FIRST.plusDays(3)),
                Optional.of(YearMonth.from(FIRST)),
                Map.of(FactKind.ORDER, List.of("pos", "web")));
    }

    private static Catalogue some(String... ids) {
        Catalogue all = Shipped.catalogue();
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        for (String id : ids) {
            kpis.put(id, all.findKpi(id).orElseThrow());
        }
        return new Catalogue(all.metrics(), kpis);
    }

    Books books() {
        return books;
    }

    LocalDate today() {
        return today;
    }

    KpiEngine engine() {
        return new KpiEngine(books.store(), CATALOGUE, config, Books.noon(today)).withIdentities(IDENTITIES);
    }

    void take(Step step) {
        LocalDate day = FIRST.plusDays(step.day());
        String key = Integer.toString(step.key());
        int variant = step.variant();
        switch (step.act()) {
            case ORDER -> books.put(FactKind.ORDER, "pos", key, order(step, day));
            case ORDER_ELSEWHERE -> books.put(FactKind.ORDER, variant == 4 ? "crm" : "web", key, order(step, day));
            case REMOVE_ORDER -> books.remove(FactKind.ORDER, variant % 2 == 0 ? "pos" : "web", key);
            case REFUND ->
                books.put(
                        FactKind.REFUND,
                        variant % 2 == 0 ? "pos" : "web",
                        key,
                        Fact.refund(day, Integer.toString(variant), "1.5", "VND"));
            case LEAD -> lead(step, day);
            case CUSTOMER -> customer(step, day);
            case REMOVE_CUSTOMER -> books.remove(FactKind.CUSTOMER, "crm", key);
            case RATE -> rate(step, day);
            case TRAFFIC, USERS, ADS, EMAIL -> reports(step, day);
            case LEDGER ->
                books.put(
                        FactKind.LEDGER_ENTRY,
                        "books",
                        key,
                        Fact.ledger(day, CATEGORIES.get(variant % 4), "100", "VND"));
            case SURVEY -> books.put(FactKind.SURVEY_ANSWER, "survey", key, Fact.answer(day, 1 + variant % 5));
            case OWN -> books.put(FactKind.METRIC_DAY, "hand", key, Fact.own(day, "marketing-cost", "{}", "7", "VND"));
            case REACH ->
                books.completeThrough(NAMES.get((step.key() + 8 * (variant % 2)) % NAMES.size()), day, variant % 3);
            case TODAY -> today = day.plusDays(10);
            case REFRESH -> engine().refresh();
        }
    }

    private long person(int number) {
        List<String> keys = PERSONS.get(number % PERSONS.size());
        return books.person(keys.toArray(new String[0]));
    }

    private Map<String, Object> order(Step step, LocalDate day) {
        int variant = step.variant();
        boolean anonymous = variant == 5;
        String currency = step.key() == 7 ? "USD" : "VND";
        Map<String, Object> order =
                Fact.order(day, anonymous ? 0 : person(step.key() + variant), variant == 3 ? "0" : "12.25", currency);
        order.put("status", STATUSES.get((step.key() * 3 + variant) % STATUSES.size()));
        order.put("channel", variant % 2 == 0 ? "web" : "shop");
        order.put("order_number", step.key() < 4 ? "N" + step.key() : "");
        return order;
    }

    private void customer(Step step, LocalDate day) {
        Optional<LocalDate> until =
                step.variant() % 2 == 0 ? Optional.empty() : Optional.of(day.plusDays(step.key() * 4L));
        books.put(
                FactKind.CUSTOMER,
                "crm",
                Integer.toString(step.key()),
                Fact.customer(day, person(step.variant() + 3), until));
    }

    private void lead(Step step, LocalDate day) {
        if (step.variant() == 5) {
            books.remove(FactKind.LEAD, "crm", Integer.toString(step.key()));
            return;
        }
        Map<String, Object> lead = Fact.lead(day, step.variant() == 4 ? 0 : person(step.variant() * 2));
        lead.put("status", step.key() == 0 ? "spam" : "open");
        books.put(FactKind.LEAD, "crm", Integer.toString(step.key()), lead);
    }

    private void rate(Step step, LocalDate day) {
        String key = Integer.toString(step.key());
        if (step.variant() == 5) {
            books.remove(FactKind.EXCHANGE_RATE, "bank", key);
        } else {
            boolean inverse = step.variant() == 4;
            books.put(
                    FactKind.EXCHANGE_RATE,
                    "bank",
                    key,
                    Fact.rate(
                            day,
                            day.plusDays(step.variant() * 5L),
                            inverse ? "VND" : "USD",
                            inverse ? "USD" : "VND",
                            inverse ? "0.003" : "25000." + step.key()));
        }
    }

    private void reports(Step step, LocalDate day) {
        String key = day + "|" + step.variant() % 2;
        boolean gone = step.variant() == 5;
        switch (step.act()) {
            case TRAFFIC -> {
                if (gone) {
                    books.remove(FactKind.TRAFFIC_DAY, "ga", key);
                } else {
                    String channel = step.variant() % 2 == 0 ? "" : "organic";
                    books.put(FactKind.TRAFFIC_DAY, "ga", key, Fact.traffic(day, channel, 10 + step.key(), 9));
                }
            }
            case USERS ->
                books.put(
                        FactKind.TRAFFIC_USERS,
                        "ga",
                        key,
                        step.variant() % 2 == 0
                                ? Fact.users(Grain.WEEK.startOf(day), "week", 30L + step.key())
                                : Fact.users(Grain.MONTH.startOf(day), "month", 30L + step.key()));
            case ADS -> {
                String account = step.variant() < 4 ? "ads" : "ads-us";
                String campaign = step.variant() % 2 == 0 ? "" : "tet";
                books.put(
                        FactKind.AD_DAY,
                        account,
                        key,
                        Fact.ads(day, campaign, "3." + step.key(), account.equals("ads") ? "VND" : "USD"));
            }
            default ->
                books.put(
                        FactKind.EMAIL_CAMPAIGN,
                        "mail",
                        Integer.toString(step.key()),
                        Fact.email(day, 100, 20 + step.key(), step.key() == 0 ? Optional.empty() : Optional.of(11L)));
        }
    }
}
