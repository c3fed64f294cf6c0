package vn.nhip.connector.metaads;

import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.User;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.connector.metaads.GraphClient.Answer;
import vn.nhip.spi.AccountFinder.Found;
import vn.nhip.spi.ConnectorException;

/** The ad accounts that a token reaches, all pages of them. */
final class AdAccounts {

    private static final int LIMIT = 200;
    private static final int MOST_PAGES = 100;

    private static final Map<Integer, String> HINDRANCES = Map.of(
            2, "Meta has disabled it",
            100, "it is being closed",
            101, "it is closed");

    private AdAccounts() {}

    static List<Found> of(GraphClient client) {
        List<Found> found = new ArrayList<>();
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            GraphReply reply = page(client, after).reply();
            reply.records().forEach(record -> found.add(found(record)));
            Optional<String> next = reply.next(after);
            if (next.isEmpty()) {
                return List.copyOf(found);
            }
            after = next.get();
        }
        throw ConnectorException.data("Meta lists more than " + LIMIT * MOST_PAGES + " ad accounts");
    }

    private static Answer<APINodeList<AdAccount>> page(GraphClient client, String after) {
        return client.ask(context -> {
            User.APIRequestGetAdAccounts request = new User.APIRequestGetAdAccounts("me", context);
            List.of("account_id", "name", "currency", "timezone_name", "account_status")
                    .forEach(request::requestField);
            request.setParam("limit", LIMIT);
            if (!after.isEmpty()) {
                request.setParam("after", after);
            }
            return request.execute();
        });
    }

    private static Found found(JsonNode account) {
        String id = account.path("account_id").asText();
        return new Found(
                id,
                account.path("name").asText(id),
                Optional.empty(),
                zone(account.path("timezone_name").asText("")),
                currency(account.path("currency").asText("")),
                Map.of("ad-account", id),
                Optional.ofNullable(
                        HINDRANCES.get(account.path("account_status").asInt())));
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }
}
