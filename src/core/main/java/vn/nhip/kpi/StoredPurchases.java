package vn.nhip.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import vn.nhip.metric.OrderRules;
import vn.nhip.metric.Sql;

/** Reads purchases from the order facts. */
final class StoredPurchases implements KpiModel.Purchases {

    private final Sql sql;
    private final Scene scene;
    private final Rates rates;

    StoredPurchases(Sql sql, Scene scene, Rates rates) {
        this.sql = sql;
        this.scene = scene;
        this.rates = rates;
    }

    @Override
    public boolean each(LocalDate through, KpiModel.Visitor visitor) {
        OrderRules rules = OrderRules.of(scene.sources());
        String business = scene.workspace().config().calendar().currency().getCurrencyCode();
        boolean[] complete = {true};
        sql.each(
                "SELECT p.customer_id, f.day, f.currency, f.gross - f.discounts FROM fact_order f JOIN person p"
                        + " ON p.workspace_id = f.workspace_id AND p.id = f.person_id WHERE f.workspace_id = ?"
                        + " AND f.day <= ? AND p.customer_id IS NOT NULL AND " + rules.sale()
                        + " ORDER BY p.customer_id, f.day, f.account_id, f.key",
                row -> {
                    LocalDate day = LocalDate.parse(row.getString(2));
                    String currency = row.getString(3);
                    Optional<BigDecimal> rate = currency.equals(business)
                            ? Optional.of(BigDecimal.ONE)
                            : rates.find(currency, business, day);
                    complete[0] &= rate.isPresent();
                    BigDecimal net = BigDecimal.valueOf(row.getLong(4), 6);
                    long customer = row.getLong(1);
                    rate.ifPresent(by -> visitor.purchase(customer, day, net.multiply(by)));
                },
                scene.workspace().id(),
                through);
        return complete[0];
    }
}
