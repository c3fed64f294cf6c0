package vn.nhip.web;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.nhip.app.HandNumbers;
import vn.nhip.app.TypedNumber;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.login.Audit;
import vn.nhip.web.page.NumbersPage;
import vn.nhip.web.page.Typed;

/** Numbers that people type, month by month; they go the way of a file. */
final class Typing {

    private static final int MONTHS = 12;
    private static final BigDecimal MOST_ANSWERS = BigDecimal.valueOf(10_000);
    private static final String FIELD = "n-";

    private final Workplace workplace;
    private final Pages pages;
    private final Audit audit;
    private final SyncDesk syncs;
    private final Object oneAtATime = new Object();

    Typing(Workplace workplace, Pages pages, Audit audit, SyncDesk syncs) {
        this.workplace = workplace;
        this.pages = pages;
        this.audit = audit;
        this.syncs = syncs;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/numbers", Needs.VIEWER, this::show), Route.post("/numbers", Needs.EDITOR, this::save));
    }

    private void show(Context context) {
        HandNumbers numbers = workplace.handNumbers();
        HandNumbers.Kind kind = Optional.ofNullable(context.queryParam("kind"))
                .map(this::kind)
                .orElseGet(() -> numbers.kinds().get(0));
        List<YearMonth> months = months();
        Optional<AccountConfig> account = numbers.account();
        List<String> counting = workplace.config().sourcesOfTruth().getOrDefault(kind.fact(), List.of());
        pages.show(
                context,
                "connect",
                NumbersPage.of(
                        new NumbersPage.Subject(
                                numbers.kinds(),
                                kind,
                                months,
                                numbers.typed(kind),
                                numbers.elsewhere(kind, months.get(MONTHS - 1)),
                                workplace.config(),
                                !counting.isEmpty()
                                        && account.stream().noneMatch(own -> counting.contains(own.name()))),
                        pages.words(context)));
    }

    /** The running month and those before it. */
    private List<YearMonth> months() {
        YearMonth now = YearMonth.from(workplace.today());
        return IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList();
    }

    private HandNumbers.Kind kind(String id) {
        return workplace.handNumbers().kinds().stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "not-found"));
    }

    private void save(Context context) {
        HandNumbers.Kind kind = kind(Doors.sent(context, "kind"));
        String address = "/numbers?kind=" + kind.id() + "&said=";
        Optional<Map<TypedNumber.Slot, Optional<BigDecimal>>> values = values(context, kind);
        if (values.isEmpty()) {
            context.redirect(address + "number-wrong");
            return;
        }
        try {
            synchronized (oneAtATime) {
                List<String> changes = workplace.handNumbers().save(values.get(), Gate.who(context));
                changes.forEach(change -> audit.note(Gate.who(context), "type-number", change));
                if (!changes.isEmpty()) {
                    syncs.startOrQueue(List.of(
                            workplace.handNumbers().account().orElseThrow().name()));
                }
            }
            context.redirect(address + "numbers-saved");
        } catch (YamlException untouchable) {
            context.redirect(address + "layout-by-hand");
        }
    }

    /** Nothing when a number cannot be read; a field that was not sent leaves its number as it is. */
    private Optional<Map<TypedNumber.Slot, Optional<BigDecimal>>> values(Context context, HandNumbers.Kind kind) {
        Typed typed = new Typed(pages.language(context) == Language.VI, kind.unit());
        Map<TypedNumber.Slot, Optional<BigDecimal>> values = new LinkedHashMap<>();
        for (TypedNumber.Slot slot : NumbersPage.slots(kind, months())) {
            Optional<String> sent = Optional.ofNullable(context.formParam(field(slot)));
            Optional<BigDecimal> number =
                    sent.map(String::strip).filter(text -> !text.isEmpty()).flatMap(typed::number);
            boolean wrong = sent.filter(text -> !text.isBlank()).isPresent() && number.isEmpty();
            if (wrong
                    || number.filter(value -> kind.answers() && !isCount(value)).isPresent()) {
                return Optional.empty();
            }
            sent.ifPresent(any -> values.put(slot, number.filter(value -> !kind.answers() || value.signum() > 0)));
        }
        return Optional.of(values);
    }

    private static boolean isCount(BigDecimal value) {
        return value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0 && value.compareTo(MOST_ANSWERS) <= 0;
    }

    private static String field(TypedNumber.Slot slot) {
        return FIELD + slot.month() + "-" + slot.score();
    }
}
