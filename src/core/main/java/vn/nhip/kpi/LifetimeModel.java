package vn.nhip.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.nhip.kpi.model.CustomerHistories;
import vn.nhip.kpi.model.CustomerHistory;
import vn.nhip.kpi.model.Fitting;
import vn.nhip.kpi.model.Horizon;
import vn.nhip.kpi.model.LifetimeValue;
import vn.nhip.kpi.model.Purchase;

/** What a customer is expected to spend on average in the next twelve months, by BG/NBD and Gamma-Gamma. */
public final class LifetimeModel implements KpiModel {

    @Override
    public Answer answer(Purchases purchases, LocalDate through) {
        List<Purchase<Long>> all = new ArrayList<>();
        boolean complete = purchases.each(through, (customer, day, net) -> all.add(new Purchase<>(customer, day, net)));
        if (!complete) {
            return Answer.none("missing-rate");
        }
        Collection<CustomerHistory> histories =
                CustomerHistories.from(all, through).values();
        Fitting<LifetimeValue> fitting = LifetimeValue.fit(histories);
        return fitting.found()
                .map(model -> Answer.of(average(model.total(histories, Horizon.YEAR), histories.size())))
                .orElseGet(() -> Answer.none(fitting.reason()));
    }

    private static BigDecimal average(BigDecimal total, int customers) {
        return total.divide(BigDecimal.valueOf(customers), MathContext.DECIMAL128);
    }
}
