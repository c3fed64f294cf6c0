package vn.nhip.connector.googleads;

import com.google.ads.googleads.v23.enums.CustomerStatusEnum.CustomerStatus;
import com.google.ads.googleads.v23.resources.Customer;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import vn.nhip.kit.grpc.UnknownFields;
import vn.nhip.spi.ConnectorException;

/** What Google Ads says of the account itself: zone, currency, and in words what was new about it. */
record Holder(SearchGoogleAdsResponse response, ZoneId zone, Currency currency, List<String> drift) {

    /**
     * Asks, with one request.
     *
     * @throws ConnectorException SETTINGS when it is a manager, which has no figures of its own
     */
    static Holder of(Ads ads, AdsAccount account) {
        SearchGoogleAdsResponse response = ads.search(account.id(), Query.HOLDER, "");
        if (response.getResultsCount() != 1) {
            throw ConnectorException.data(
                    account.name() + " describes itself in " + response.getResultsCount() + " rows, not in one");
        }
        Customer customer = response.getResults(0).getCustomer();
        if (customer.getManager()) {
            throw ConnectorException.settings(account.name() + " is a manager account, which has no figures of its own;"
                    + " 'nhip accounts' lists those below it. Put one of them into 'customer-id', and this one into"
                    + " 'login-customer-id'");
        }
        List<String> drift = new ArrayList<>(UnknownFields.in(response, "SearchGoogleAdsResponse"));
        if (customer.getStatus() != CustomerStatus.ENABLED) {
            drift.add("the account's status is " + status(customer) + ", not enabled");
        }
        return new Holder(
                response,
                zone(customer.getTimeZone()).orElseThrow(() -> unknown("time zone", customer.getTimeZone())),
                currency(customer.getCurrencyCode()).orElseThrow(() -> unknown("currency", customer.getCurrencyCode())),
                drift);
    }

    private static String status(Customer customer) {
        return customer.getStatus() == CustomerStatus.UNRECOGNIZED
                ? "one that is not known here (" + customer.getStatusValue() + ")"
                : customer.getStatus().name();
    }

    private static ConnectorException unknown(String what, String text) {
        return ConnectorException.data("Google Ads gives the account a " + what + " that is not known: '" + text + "'");
    }

    static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }
}
