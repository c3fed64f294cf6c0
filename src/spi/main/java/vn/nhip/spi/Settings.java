package vn.nhip.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The settings and secrets of one account, checked against what the connector declares. */
public final class Settings {

    private final Map<String, String> values;
    private final Map<String, Secret> secrets;

    private Settings(Map<String, String> values, Map<String, Secret> secrets) {
        this.values = values;
        this.secrets = secrets;
    }

    /**
     * Checks and completes what the user gave.
     *
     * @throws ConnectorException SETTINGS, naming every missing, unknown and malformed setting at once
     */
    public static Settings of(ConnectorSpec spec, Map<String, String> values, Map<String, Secret> secrets) {
        List<String> problems = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.addAll(secrets.keySet());
        Map<String, String> complete = new TreeMap<>();
        for (Setting setting : spec.settings()) {
            unknown.remove(setting.name());
            if (setting.type() == Setting.Type.SECRET) {
                if (!secrets.containsKey(setting.name()) && setting.fallback().isEmpty()) {
                    problems.add("secret '" + setting.name() + "' is missing: " + setting.help());
                }
            } else {
                take(setting, values, complete, problems);
            }
        }
        unknown.forEach(name -> problems.add("setting '" + name + "' is unknown to connector " + spec.id()));
        if (!problems.isEmpty()) {
            throw ConnectorException.settings(String.join("; ", problems));
        }
        return new Settings(complete, Map.copyOf(secrets));
    }

    private static void take(
            Setting setting, Map<String, String> values, Map<String, String> complete, List<String> problems) {
        String value = values.getOrDefault(setting.name(), setting.fallback().orElse(null));
        if (value == null) {
            problems.add("setting '" + setting.name() + "' is missing: " + setting.help());
            return;
        }
        boolean good =
                switch (setting.type()) {
                    case WHOLE_NUMBER -> value.matches("-?\\d{1,18}");
                    case YES_NO -> value.equals("true") || value.equals("false");
                    case CHOICE -> setting.choices().contains(value);
                    case TEXT, FOLDER, FILE, SECRET -> true;
                };
        if (good) {
            complete.put(setting.name(), value);
        } else {
            problems.add("setting '" + setting.name() + "' cannot be '" + value + "': " + setting.help());
        }
    }

    public String text(String name) {
        return Objects.requireNonNull(values.get(name), () -> "setting not declared: " + name);
    }

    public long wholeNumber(String name) {
        return Long.parseLong(text(name));
    }

    public boolean yes(String name) {
        return Boolean.parseBoolean(text(name));
    }

    public Secret secret(String name) {
        return Objects.requireNonNull(secrets.get(name), () -> "secret not given: " + name);
    }

    /** A secret that may be left out. */
    public Optional<Secret> findSecret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    /** All secrets that were given. */
    public Collection<Secret> secrets() {
        return secrets.values();
    }

    @Override
    public String toString() {
        return values + " and secrets " + new TreeSet<>(secrets.keySet());
    }
}
