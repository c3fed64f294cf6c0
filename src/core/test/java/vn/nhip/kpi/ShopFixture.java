package vn.nhip.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Shipped;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;

/** A shop whose facts a test writes one by one; all its sources are complete through the end of March 2024. */
final class ShopFixture {

    static final LocalDate JAN = LocalDate.of(2024, 1, 1);
    static final LocalDate END = LocalDate.of(2024, 3, 31);
    private static final Catalogue CATALOGUE = Shipped.catalogue();
    private static final List<String> ACCOUNTS = List.of("pos", "crm", "ga", "ads", "mail", "books", "bank");

    final Books books;
    private Optional<LocalDate> history = Optional.of(JAN);
    private Optional<YearMonth> closed = Optional.empty();
    private Map<FactKind, List<String>> truth = Map.of();
    private LocalDate today = END.plusDays(1);

    ShopFixture(Store store, long workspace) {
        books = new Books(store, workspace, "VND", ACCOUNTS);
        ACCOUNTS.forEach(account -> books.completeThrough(account, END, 0));
    }

    ShopFixture historyFrom(Optional<LocalDate> day) {
        history = day;
        return this;
    }

    ShopFixture closedThrough(YearMonth month) {
        closed = Optional.of(month);
        return this;
    }

    ShopFixture trusting(FactKind kind, String... accounts) {
        truth = Map.of(kind, List.of(accounts));
        return this;
    }

    ShopFixture today(LocalDate day) {
        today = day;
        return this;
    }

    ShopFixture order(String key, LocalDate day, long person, String net) {
        books.put(FactKind.ORDER, "pos", key, Fact.order(day, person, net, "VND"));
        return this;
    }

    WorkspaceConfig config() {
        return books.config("VND", history, closed, truth);
    }

    KpiEngine engine() {
        return new KpiEngine(books.store(), CATALOGUE, config(), Books.noon(today));
    }

    ShopFixture refreshed() {
        engine().refresh();
        return this;
    }

    KpiValues values() {
        return new KpiValues(books.store(), books.id());
    }

    KpiValue value(String kpi, Grain grain, LocalDate start) {
        return values().find(kpi, grain, start, start).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no value of " + kpi + " at " + start));
    }
}
