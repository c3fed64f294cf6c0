package vn.nhip.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.AccountFinder.Found;

/** What a connection reaches through one connector, beside what the workspace already reads. */
public final class FoundAccounts {

    private final String connector;
    private final String connection;
    private final List<Found> found;
    private final WorkspaceConfig config;

    FoundAccounts(String connector, String connection, List<Found> found, WorkspaceConfig config) {
        this.connector = connector;
        this.connection = connection;
        this.found = List.copyOf(found);
        this.config = config;
    }

    /** One account; {@code depth} counts those above it, {@code known} is its name in {@code nhip.yaml}. */
    public record Row(Found account, int depth, Optional<String> known) {}

    public String connector() {
        return connector;
    }

    /** Every account after the one it belongs to. */
    public List<Row> rows() {
        Map<String, Integer> depths = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Found account : found) {
            int depth = account.parent()
                    .map(parent -> depths.getOrDefault(parent, -1) + 1)
                    .orElse(0);
            depths.put(account.id(), depth);
            rows.add(new Row(account, depth, known(account)));
        }
        return rows;
    }

    /** Entries for the accounts of these ids; for every readable one that is new, when none is named. */
    public List<AccountConfig> entries(Set<String> ids) {
        Set<String> names = new HashSet<>(config.accounts().keySet());
        List<AccountConfig> entries = new ArrayList<>();
        for (Found account : found) {
            boolean wanted = ids.isEmpty() ? readable(account) : ids.contains(account.id());
            if (wanted) {
                entries.add(entry(account, names));
            }
        }
        return entries;
    }

    /** The same, with these settings beside those that the source gave. */
    public List<AccountConfig> entries(Set<String> ids, Map<String, String> settings) {
        return entries(ids).stream().map(entry -> with(entry, settings)).toList();
    }

    private static AccountConfig with(AccountConfig entry, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(entry.settings());
        return new AccountConfig(
                entry.name(),
                entry.title(),
                entry.connector(),
                entry.zone(),
                entry.currency(),
                all,
                entry.connection(),
                entry.heldBackLimit());
    }

    private boolean readable(Found account) {
        return account.hindrance().isEmpty() && known(account).isEmpty();
    }

    private Optional<String> known(Found account) {
        return config.accounts().values().stream()
                .filter(entry -> entry.connector().equals(connector))
                .filter(entry -> entry.settings()
                        .entrySet()
                        .containsAll(account.settings().entrySet()))
                .filter(entry ->
                        !account.settings().isEmpty() || entry.connection().equals(Optional.of(connection)))
                .map(AccountConfig::name)
                .findFirst();
    }

    private AccountConfig entry(Found account, Set<String> names) {
        String plain = PlainName.of(account.title());
        String first = plain.equals("workspace") ? connector : plain;
        String name = first;
        for (int number = 2; !names.add(name); number++) {
            name = first + "-" + number;
        }
        return new AccountConfig(
                name,
                account.title().isBlank() ? name : account.title(),
                connector,
                account.zone().orElse(config.calendar().zone()),
                account.currency().orElse(config.calendar().currency()),
                account.settings(),
                Optional.of(connection).filter(any -> !any.isEmpty()),
                HeldBackLimit.DEFAULT);
    }
}
