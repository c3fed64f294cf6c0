package vn.nhip.sandbox.face.ads;

import com.google.ads.googleads.v23.common.Metrics;
import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import com.google.ads.googleads.v23.resources.Customer;
import com.google.ads.googleads.v23.resources.CustomerClient;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nhip.sandbox.truth.AdSpend;

/** All rows of the resources that the face knows, for one account. */
final class AdsRows {

    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    /** Besides what counts as a conversion, every so many clicks somebody calls or asks the way. */
    private static final int CLICKS_PER_CALL = 40;

    private static final double WORTH_OF_A_CALL = 5_000;

    private final AdsCustomers customers;
    private final AdsCustomer customer;
    private final Spending spending;

    AdsRows(AdsCustomers customers, AdsCustomer customer, Spending spending) {
        this.customers = customers;
        this.customer = customer;
        this.spending = spending;
    }

    List<GoogleAdsRow> of(Gaql query) {
        if (query.asksFor("metrics.") && customer.truth().isEmpty()) {
            throw Gaql.refused(
                    QueryError.REQUESTED_METRICS_FOR_MANAGER,
                    "Metrics cannot be requested for a manager account. To retrieve metrics, issue separate requests"
                            + " against each client account under the manager account.");
        }
        return switch (query.from()) {
            case "customer" -> query.asksFor("segments.") ? totals(query) : List.of(row().build());
            case "campaign" -> campaigns(query);
            case "customer_client" -> clients(customer, 0, query.deepest());
            default ->
                throw Gaql.refused(
                        QueryError.BAD_RESOURCE_TYPE_IN_FROM_CLAUSE, "The face does not know " + query.from());
        };
    }

    private GoogleAdsRow.Builder row() {
        return GoogleAdsRow.newBuilder()
                .setCustomer(Customer.newBuilder()
                        .setId(Long.parseLong(customer.id()))
                        .setDescriptiveName(customer.name())
                        .setCurrencyCode(customer.currency())
                        .setTimeZone(customer.zone().getId())
                        .setManager(customer.truth().isEmpty())
                        .setStatus(customer.status()));
    }

    private List<GoogleAdsRow> totals(Gaql query) {
        Map<LocalDate, Metrics> days = new TreeMap<>();
        spending.on(query::contains)
                .forEach(ad -> days.merge(ad.day(), metrics(ad).build(), AdsRows::plus));
        List<GoogleAdsRow> rows = new ArrayList<>();
        days.forEach((day, metrics) -> {
            GoogleAdsRow.Builder row = row().setMetrics(metrics);
            row.getSegmentsBuilder().setDate(day.toString());
            rows.add(row.build());
        });
        return rows;
    }

    private List<GoogleAdsRow> campaigns(Gaql query) {
        return spending.on(query::contains).stream()
                .map(ad -> {
                    GoogleAdsRow.Builder row = row().setMetrics(metrics(ad));
                    row.getCampaignBuilder()
                            .setId(Long.parseLong(ad.campaign().id()))
                            .setName(ad.campaign().name());
                    row.getSegmentsBuilder().setDate(ad.day().toString());
                    return row.build();
                })
                .toList();
    }

    private List<GoogleAdsRow> clients(AdsCustomer of, long level, long deepest) {
        List<GoogleAdsRow> rows = new ArrayList<>();
        rows.add(row().setCustomerClient(CustomerClient.newBuilder()
                        .setId(Long.parseLong(of.id()))
                        .setDescriptiveName(of.name())
                        .setCurrencyCode(of.currency())
                        .setTimeZone(of.zone().getId())
                        .setManager(of.truth().isEmpty())
                        .setStatus(of.status())
                        .setLevel(level))
                .build());
        if (level < deepest) {
            customers.children(of).forEach(child -> rows.addAll(clients(child, level + 1, deepest)));
        }
        return rows;
    }

    private static Metrics.Builder metrics(AdSpend ad) {
        AdSpend.Counts counts = ad.counts();
        long calls = counts.clicks() / CLICKS_PER_CALL;
        return Metrics.newBuilder()
                .setImpressions(counts.impressions())
                .setClicks(counts.clicks())
                .setCostMicros(ad.cost().multiply(MICROS).longValueExact())
                .setConversions((double) counts.conversions())
                .setConversionsValue(counts.value().doubleValue())
                .setAllConversions((double) (counts.conversions() + calls))
                .setAllConversionsValue(counts.value().doubleValue() + calls * WORTH_OF_A_CALL);
    }

    private static Metrics plus(Metrics one, Metrics other) {
        return Metrics.newBuilder()
                .setImpressions(one.getImpressions() + other.getImpressions())
                .setClicks(one.getClicks() + other.getClicks())
                .setCostMicros(one.getCostMicros() + other.getCostMicros())
                .setConversions(one.getConversions() + other.getConversions())
                .setConversionsValue(one.getConversionsValue() + other.getConversionsValue())
                .setAllConversions(one.getAllConversions() + other.getAllConversions())
                .setAllConversionsValue(one.getAllConversionsValue() + other.getAllConversionsValue())
                .build();
    }
}
