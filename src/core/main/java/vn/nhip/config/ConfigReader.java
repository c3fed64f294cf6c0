package vn.nhip.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;
import vn.nhip.spi.FactKind;

/** Reads one {@code nhip.yaml}, all problems at once. */
final class ConfigReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final BigDecimal LARGEST = new BigDecimal("1e15");
    private static final int DECIMALS = 6;

    private static final String[] KEYS = {
        "workspace",
        "name",
        "zone",
        "currency",
        "language",
        "sample",
        "history-complete-since",
        "books-closed-through",
        "active-window-days",
        "setup",
        "accounts",
        "sources-of-truth",
        "kpis",
        "nightly",
        "sync",
        "export",
        "notices"
    };

    private final YamlMap top;
    private final YamlProblems problems = new YamlProblems();

    ConfigReader(YamlMap top) {
        this.top = top;
    }

    WorkspaceConfig config() {
        problems.attempt(() -> top.allow(KEYS));
        Optional<String> id = problems.attempt(() -> id(top.require("workspace")));
        Optional<String> name = problems.attempt(() -> text(top.require("name")));
        Optional<WorkspaceConfig.Calendar> calendar = calendar();
        Optional<WorkspaceConfig.Language> language =
                problems.attempt(() -> top.require("language").choice(WorkspaceConfig.Language.class));
        Optional<Boolean> sample =
                problems.attempt(() -> top.find("sample").map(YamlNode::yes).orElse(false));
        Map<String, WorkspaceConfig.AccountConfig> accounts = accounts(calendar);
        Map<FactKind, List<String>> truth = sourcesOfTruth();
        Map<String, KpiChoice> kpis = kpis();
        Optional<Setup> setup = problems.attempt(() -> top.find("setup").map(YamlNode::map))
                .flatMap(found -> found)
                .flatMap(map -> new SetupReader(problems).setup(map));
        Optional<Nights> nights = new NightsReader(problems).nights(top);
        problems.throwIfAny();
        return new WorkspaceConfig(
                id.orElseThrow(),
                name.orElseThrow(),
                calendar.orElseThrow(),
                language.orElseThrow(),
                sample.orElseThrow(),
                accounts,
                truth,
                kpis,
                setup,
                nights.orElseThrow());
    }

    private Optional<WorkspaceConfig.Calendar> calendar() {
        Optional<ZoneId> zone = problems.attempt(() -> zone(top.require("zone")));
        Optional<Currency> currency = problems.attempt(() -> currency(top.require("currency")));
        Optional<Optional<LocalDate>> since =
                problems.attempt(() -> top.find("history-complete-since").map(YamlNode::day));
        Optional<Optional<YearMonth>> closed = problems.attempt(
                () -> top.find("books-closed-through").map(node -> node.parse(YearMonth::parse, "a month as yyyy-mm")));
        Optional<Integer> window = problems.attempt(
                () -> top.find("active-window-days").map(ConfigReader::window).orElse(90));
        return zone.flatMap(place -> currency.flatMap(money -> since.flatMap(first -> closed.flatMap(
                last -> window.map(days -> new WorkspaceConfig.Calendar(place, money, first, last, days))))));
    }

    private Map<String, WorkspaceConfig.AccountConfig> accounts(Optional<WorkspaceConfig.Calendar> calendar) {
        Map<String, WorkspaceConfig.AccountConfig> accounts = new LinkedHashMap<>();
        problems.attempt(() -> top.entries("accounts")).orElse(Map.of()).forEach((name, node) -> {
            if (!ID.matcher(name).matches()) {
                problems.add(node, "'" + name + "' cannot be an account name; use lower-case words with hyphens");
            }
            problems.attempt(node::map)
                    .flatMap(map -> account(name, map, calendar))
                    .ifPresent(account -> accounts.put(name, account));
        });
        return accounts;
    }

    private Optional<WorkspaceConfig.AccountConfig> account(
            String name, YamlMap map, Optional<WorkspaceConfig.Calendar> fallback) {
        problems.attempt(
                () -> map.allow("title", "connector", "connection", "zone", "currency", "settings", "held-back-limit"));
        Optional<String> title =
                problems.attempt(() -> map.find("title").map(ConfigReader::text).orElse(name));
        Optional<String> connector = problems.attempt(() -> id(map.require("connector")));
        Optional<Optional<String>> connection =
                problems.attempt(() -> map.find("connection").map(ConfigReader::id));
        Optional<Optional<ZoneId>> zone =
                problems.attempt(() -> map.find("zone").map(ConfigReader::zone));
        Optional<Optional<Currency>> currency =
                problems.attempt(() -> map.find("currency").map(ConfigReader::currency));
        Optional<HeldBackLimit> limit = problems.attempt(
                () -> map.find("held-back-limit").map(ConfigReader::limit).orElse(HeldBackLimit.DEFAULT));
        Map<String, String> settings = new LinkedHashMap<>();
        problems.attempt(() -> map.entries("settings"))
                .orElse(Map.of())
                .forEach((key, value) -> problems.attempt(value::text).ifPresent(text -> settings.put(key, text)));
        return fallback.flatMap(
                business -> title.flatMap(shown -> connector.flatMap(kind -> connection.flatMap(access -> zone.flatMap(
                        place -> currency.flatMap(money -> limit.map(most -> new WorkspaceConfig.AccountConfig(
                                name,
                                shown,
                                kind,
                                place.orElse(business.zone()),
                                money.orElse(business.currency()),
                                settings,
                                access,
                                most))))))));
    }

    private static HeldBackLimit limit(YamlNode node) {
        return node.parse(HeldBackLimit::parse, "a share of the records like 10 %, or off");
    }

    private Map<FactKind, List<String>> sourcesOfTruth() {
        Map<FactKind, List<String>> truth = new EnumMap<>(FactKind.class);
        problems.attempt(() -> top.find("sources-of-truth").map(YamlNode::map))
                .flatMap(found -> found)
                .ifPresent(map -> map.keys()
                        .forEach(key -> problems.attempt(() -> map.key(key).choice(FactKind.class))
                                .ifPresent(kind -> problems.attempt(() -> accountNames(map.require(key)))
                                        .ifPresent(names -> truth.put(kind, names)))));
        return truth;
    }

    private List<String> accountNames(YamlNode node) {
        Map<String, YamlNode> known = top.entries("accounts");
        List<YamlNode> items = node.list();
        for (YamlNode item : items) {
            if (!known.containsKey(item.text())) {
                throw item.problem("there is no account '" + item.text() + "'");
            }
        }
        List<String> names = items.stream().map(YamlNode::text).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw node.problem("an account stands here twice");
        }
        if (names.isEmpty()) {
            throw node.problem("at least one account is needed");
        }
        return names;
    }

    private Map<String, KpiChoice> kpis() {
        Map<String, KpiChoice> kpis = new LinkedHashMap<>();
        problems.attempt(() -> top.entries("kpis")).orElse(Map.of()).forEach((id, node) -> problems.attempt(node::map)
                .flatMap(this::choice)
                .ifPresent(choice -> kpis.put(id, choice)));
        return kpis;
    }

    private Optional<KpiChoice> choice(YamlMap map) {
        problems.attempt(() -> map.allow("show", "watch", "owner", "department", "target", "targets"));
        Optional<Boolean> show =
                problems.attempt(() -> map.find("show").map(YamlNode::yes).orElse(true));
        Optional<Boolean> watch =
                problems.attempt(() -> map.find("watch").map(YamlNode::yes).orElse(true));
        Optional<Optional<String>> owner =
                problems.attempt(() -> map.find("owner").map(ConfigReader::text));
        Optional<Optional<String>> department =
                problems.attempt(() -> map.find("department").map(ConfigReader::text));
        Optional<Optional<BigDecimal>> target =
                problems.attempt(() -> map.find("target").map(ConfigReader::target));
        Map<LocalDate, BigDecimal> targets = targets(map);
        return show.flatMap(shown -> watch.flatMap(seen -> owner.flatMap(who ->
                department.flatMap(where -> target.map(aim -> new KpiChoice(shown, seen, who, where, aim, targets))))));
    }

    /** Periods are named by their first day. */
    private Map<LocalDate, BigDecimal> targets(YamlMap map) {
        Map<LocalDate, BigDecimal> targets = new LinkedHashMap<>();
        problems.attempt(() -> map.find("targets").map(YamlNode::map))
                .flatMap(found -> found)
                .ifPresent(periods -> periods.keys().forEach(key -> problems.attempt(
                                () -> Map.entry(periods.key(key).day(), target(periods.require(key))))
                        .ifPresent(entry -> targets.put(entry.getKey(), entry.getValue()))));
        return targets;
    }

    private static BigDecimal target(YamlNode node) {
        BigDecimal target = node.number();
        if (target.scale() > DECIMALS || target.scale() < -15 || target.abs().compareTo(LARGEST) > 0) {
            throw node.problem("a target has at most 15 digits and 6 decimals");
        }
        return target;
    }

    private static int window(YamlNode node) {
        int days = node.wholeNumber();
        if (days < 1 || days > 3_660) {
            throw node.problem("a window has 1 to 3660 days, not " + days);
        }
        return days;
    }

    private static String id(YamlNode node) {
        if (!ID.matcher(node.text()).matches()) {
            throw node.problem("expected lower-case words with hyphens, not '" + node.text() + "'");
        }
        return node.text();
    }

    private static String text(YamlNode node) {
        if (node.text().isBlank()) {
            throw node.problem("the text is empty");
        }
        return node.text().strip();
    }

    private static ZoneId zone(YamlNode node) {
        return node.parse(ZoneId::of, "a time zone like Asia/Ho_Chi_Minh");
    }

    private static Currency currency(YamlNode node) {
        return node.parse(Currency::getInstance, "an ISO currency like VND");
    }
}
