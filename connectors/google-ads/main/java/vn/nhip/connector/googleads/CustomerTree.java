package vn.nhip.connector.googleads;

import com.google.ads.googleads.v23.resources.CustomerClient;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.AccountFinder.Found;
import vn.nhip.spi.ConnectorException;

/**
 * The accounts that a login reaches, those below managers too.
 *
 * <p>Calls: one for what it reaches by itself, then one for each manager, through the topmost one.
 */
final class CustomerTree {

    private static final int MOST_PAGES = 1_000;

    private final AdsDoor door;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private int pages;

    CustomerTree(AdsDoor door) {
        this.door = door;
    }

    /** All of them, each after the manager above it. */
    List<Found> found() {
        List<String> roots;
        try (Ads ads = door.open("Google Ads", Optional.empty())) {
            roots = ads.accessible();
        }
        roots.forEach(this::walk);
        List<Found> ordered = new ArrayList<>();
        below(Optional.empty(), ordered);
        return List.copyOf(ordered);
    }

    private void below(Optional<String> parent, List<Found> ordered) {
        for (Found one : found.values()) {
            if (one.parent().equals(parent)) {
                ordered.add(one);
                below(Optional.of(one.id()), ordered);
            }
        }
    }

    private void walk(String root) {
        try (Ads ads = door.open("Google Ads (account " + root + ")", Optional.of(root))) {
            Deque<String> todo = new ArrayDeque<>(List.of(root));
            while (!todo.isEmpty()) {
                todo.addAll(asked(ads, root, todo.remove()));
            }
        }
    }

    /** One that cannot be asked is listed with the reason; the others are still looked for. */
    private List<String> asked(Ads ads, String root, String manager) {
        try {
            return clients(ads, root, manager);
        } catch (ConnectorException failed) {
            String why = AdsFailures.hindrance(failed).orElseThrow(() -> failed);
            found.merge(manager, hindered(manager, root, why), CustomerTree::hindered);
            return List.of();
        }
    }

    private static Found hindered(String id, String root, String why) {
        return new Found(
                id, id, Optional.empty(), Optional.empty(), Optional.empty(), settings(id, root), Optional.of(why));
    }

    private static Found hindered(Found known, Found other) {
        return new Found(
                known.id(),
                known.title(),
                known.parent(),
                known.zone(),
                known.currency(),
                known.settings(),
                other.hindrance());
    }

    /** Keeps what lies right below a manager, and gives the managers among them. */
    private List<String> clients(Ads ads, String root, String manager) {
        List<String> below = new ArrayList<>();
        String token = "";
        do {
            if (++pages > MOST_PAGES) {
                throw ConnectorException.data("Google Ads lists accounts on more than " + MOST_PAGES + " pages");
            }
            SearchGoogleAdsResponse page = ads.search(manager, Query.CLIENTS, token);
            for (GoogleAdsRow row : page.getResultsList()) {
                CustomerClient client = row.getCustomerClient();
                boolean itself = client.getLevel() == 0;
                if (!itself || manager.equals(root)) {
                    keep(found(client, root, itself ? Optional.empty() : Optional.of(manager)));
                }
                if (!itself && client.getManager()) {
                    below.add(Long.toString(client.getId()));
                }
            }
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return below;
    }

    /** One that is reached in two ways stands below its manager, and by the way on which it can be read. */
    private void keep(Found next) {
        found.merge(next.id(), next, (one, other) -> {
            boolean better = one.hindrance().isPresent() && other.hindrance().isEmpty();
            boolean placed = one.parent().isEmpty() && other.parent().isPresent();
            return better || placed ? other : one;
        });
    }

    private static Found found(CustomerClient client, String root, Optional<String> parent) {
        String id = Long.toString(client.getId());
        return new Found(
                id,
                client.getDescriptiveName().isBlank() ? id : client.getDescriptiveName(),
                parent,
                Holder.zone(client.getTimeZone()),
                Holder.currency(client.getCurrencyCode()),
                settings(id, root),
                hindrance(client));
    }

    private static Map<String, String> settings(String id, String root) {
        return id.equals(root) ? Map.of("customer-id", id) : Map.of("customer-id", id, "login-customer-id", root);
    }

    private static Optional<String> hindrance(CustomerClient client) {
        return switch (client.getStatus()) {
            case CANCELED -> Optional.of("it is cancelled");
            case SUSPENDED -> Optional.of("Google has suspended it");
            case CLOSED -> Optional.of("it is closed");
            case ENABLED, UNKNOWN, UNSPECIFIED, UNRECOGNIZED ->
                client.getManager() ? Optional.of("it is a manager, without figures of its own") : Optional.empty();
        };
    }
}
