package vn.nhip.app;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.nhip.catalogue.Metric;
import vn.nhip.catalogue.Unit;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.metric.Giving;
import vn.nhip.spi.FactKind;
import vn.nhip.store.Store;

/**
 * Numbers that people type on the screen. They are kept in a file of an account of their own, which is read like every
 * other file: there is no second way for a number.
 */
public final class HandNumbers {

    private static final String MAPPING = "typed-numbers";

    private final Workplace workplace;
    private final Store store;
    private final long workspace;

    HandNumbers(Workplace workplace, Store store, long workspace) {
        this.workplace = workplace;
        this.store = store;
        this.workspace = workspace;
    }

    /** One kind of number that a metric of the catalogue adds up, or answers about satisfaction. */
    public record Kind(String id, Unit unit) {

        public boolean answers() {
            return id.equals(TypedNumber.CSAT);
        }

        /** What its facts are. */
        public FactKind fact() {
            return answers() ? FactKind.SURVEY_ANSWER : FactKind.METRIC_DAY;
        }
    }

    /** What there is to type: every metric of the user's own numbers, and satisfaction. */
    public List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (Metric metric : workplace.catalogue().metrics().values()) {
            if (metric.fact() == FactKind.METRIC_DAY) {
                metric.where().getOrDefault("metric", Set.of()).stream()
                        .sorted()
                        .map(id -> new Kind(id, metric.unit()))
                        .filter(kind -> !kinds.contains(kind))
                        .forEach(kinds::add);
            }
        }
        kinds.add(new Kind(TypedNumber.CSAT, Unit.COUNT));
        return kinds;
    }

    /** The account that they are of, once there is one. */
    public Optional<AccountConfig> account() {
        return workplace.config().accounts().values().stream()
                .filter(account -> MAPPING.equals(account.settings().get("mapping")))
                .findFirst();
    }

    /** What was typed of a kind, by month and score. */
    public Map<TypedNumber.Slot, TypedNumber> typed(Kind kind) {
        Map<TypedNumber.Slot, TypedNumber> numbers = new TreeMap<>();
        account().map(this::file).map(TypedFile::read).orElse(Map.of()).forEach((slot, number) -> {
            if (slot.kind().equals(kind.id())) {
                numbers.put(slot, number);
            }
        });
        return numbers;
    }

    /** What other accounts give of a kind since a month; both are added. */
    public List<Giving.Sum> elsewhere(Kind kind, YearMonth since) {
        String own = account().map(AccountConfig::name).orElse("");
        LocalDate first = since.atDay(1);
        Giving giving = new Giving(store, workspace);
        List<Giving.Sum> sums = kind.answers() ? giving.answers(first) : giving.ownNumbers(kind.id(), first);
        return sums.stream().filter(sum -> !sum.account().equals(own)).toList();
    }

    /**
     * Keeps these numbers; an empty one is withdrawn, one that is as before keeps its name and time.
     *
     * @return what changed, for the record of deeds
     * @throws vn.nhip.kit.yaml.YamlException when {@code nhip.yaml} is laid out so that the account cannot be written
     */
    public List<String> save(Map<TypedNumber.Slot, Optional<BigDecimal>> values, String who) {
        AccountConfig account = account().orElseGet(this::make);
        TypedFile file = file(account);
        Map<TypedNumber.Slot, TypedNumber> numbers = file.read();
        Instant now = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        String by = who.replaceAll("[\\s\\p{C}\"\\u2028\\u2029]+", " ").strip();
        List<String> changes = new ArrayList<>();
        values.forEach((slot, value) -> {
            Optional<BigDecimal> before = Optional.ofNullable(numbers.get(slot)).map(TypedNumber::value);
            boolean same = before.isPresent() == value.isPresent()
                    && before.stream().allMatch(old -> old.compareTo(value.orElseThrow()) == 0);
            if (!same) {
                changes.add(slot + ": " + plain(before) + " → " + plain(value));
                value.ifPresentOrElse(
                        number -> numbers.put(slot, new TypedNumber(slot, number, by, now)),
                        () -> numbers.remove(slot));
            }
        });
        if (!changes.isEmpty()) {
            Set<String> money = kinds().stream()
                    .filter(kind -> kind.unit() == Unit.MONEY)
                    .map(Kind::id)
                    .collect(Collectors.toSet());
            file.write(
                    numbers.values(),
                    kind -> money.contains(kind) ? account.currency().getCurrencyCode() : "");
        }
        return changes;
    }

    private static String plain(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("—");
    }

    private TypedFile file(AccountConfig account) {
        Path home = workplace.home().folder();
        return new TypedFile(home.resolve(account.settings().getOrDefault("path", "inbox/" + account.name())));
    }

    private AccountConfig make() {
        String name = workplace.filing().freshName(MAPPING);
        AccountConfig account = new AccountConfig(
                name,
                workplace.config().language() == Language.VI ? "Số liệu gõ tay" : "Typed numbers",
                "files",
                workplace.config().calendar().zone(),
                workplace.config().calendar().currency(),
                Map.of("path", "inbox/" + name, "mapping", MAPPING),
                Optional.empty(),
                HeldBackLimit.DEFAULT);
        workplace.onboarding().takeIn(List.of(account), Optional.empty());
        return account;
    }
}
