package vn.nhip.web;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.nhip.app.Workplace;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.login.Audit;
import vn.nhip.spi.Grain;
import vn.nhip.web.page.TargetPage;
import vn.nhip.web.page.TargetsPage;
import vn.nhip.web.page.Typed;

/** Targets, owners and departments: looked at, and changed in {@code nhip.yaml}. */
final class Aiming {

    private static final int PERIODS = 3;
    private static final int LONGEST = 80;

    private final Workplace workplace;
    private final Pages pages;
    private final Audit audit;

    Aiming(Workplace workplace, Pages pages, Audit audit) {
        this.workplace = workplace;
        this.pages = pages;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/targets", Needs.VIEWER, this::list),
                Route.get("/targets/{kpi}", Needs.VIEWER, this::show),
                Route.post("/targets", Needs.EDITOR, this::save));
    }

    private void list(Context context) {
        List<TargetsPage.Subject> subjects = workplace.catalogue().kpis().values().stream()
                .filter(kpi ->
                        kpi.variantOf().isEmpty() || workplace.config().kpis().containsKey(kpi.id()))
                .map(kpi ->
                        new TargetsPage.Subject(kpi, workplace.config().choice(kpi.id()), current(kpi.cadence(), 0)))
                .toList();
        pages.show(context, "targets", TargetsPage.of(subjects, pages.words(context)));
    }

    private void show(Context context) {
        Kpi kpi = workplace.catalogue().findKpi(context.pathParam("kpi")).orElseThrow(Aiming::unknown);
        pages.show(
                context,
                "targets",
                TargetPage.of(
                        kpi,
                        workplace.config().choice(kpi.id()),
                        IntStream.range(0, PERIODS)
                                .mapToObj(ahead -> current(kpi.cadence(), ahead))
                                .toList(),
                        new TargetPage.Past(
                                workplace.acts().backTest(kpi),
                                workplace.acts().reviewing().reviews().of(kpi.id()),
                                workplace.catalogue()),
                        pages.words(context)));
    }

    /** The start of the running period, or of one that comes after it. */
    private LocalDate current(Grain cadence, int ahead) {
        LocalDate start = cadence.startOf(workplace.today());
        for (int i = 0; i < ahead; i++) {
            start = cadence.endOf(start).plusDays(1);
        }
        return start;
    }

    private void save(Context context) {
        Kpi kpi = workplace.catalogue().findKpi(Doors.sent(context, "kpi")).orElseThrow(Aiming::unknown);
        Optional<KpiChoice> choice = choice(context, kpi);
        if (choice.isEmpty()) {
            context.redirect("/targets/" + kpi.id() + "?said=number-wrong");
            return;
        }
        try {
            workplace.acts().choose(Map.of(kpi.id(), choice.get()));
        } catch (YamlException untouchable) {
            context.redirect("/targets/" + kpi.id() + "?said=file-by-hand");
            return;
        }
        audit.note(
                Acting.who(context),
                "target",
                kpi.id()
                        + choice.get()
                                .target()
                                .map(target -> " " + target.toPlainString())
                                .orElse(""));
        context.redirect("/targets?said=target-saved");
    }

    /** Nothing when a number cannot be read. */
    private Optional<KpiChoice> choice(Context context, Kpi kpi) {
        KpiChoice before = workplace.config().choice(kpi.id());
        Typed typed = new Typed(pages.language(context) == Language.VI, kpi.unit());
        Map<LocalDate, BigDecimal> targets = new TreeMap<>(before.targets());
        for (int ahead = 0; ahead < PERIODS; ahead++) {
            LocalDate start = current(kpi.cadence(), ahead);
            String sent = Doors.sent(context, "target-" + start).strip();
            Optional<BigDecimal> target = typed.number(sent);
            if (target.isEmpty() && !sent.isEmpty()) {
                return Optional.empty();
            }
            targets.remove(start);
            target.ifPresent(aim -> targets.put(start, aim));
        }
        String always = Doors.sent(context, "target").strip();
        Optional<BigDecimal> target = typed.number(always);
        if (target.isEmpty() && !always.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new KpiChoice(
                !Doors.sent(context, "show").isEmpty(),
                !Doors.sent(context, "watch").isEmpty(),
                text(context, "owner"),
                text(context, "department"),
                target,
                targets));
    }

    private static Optional<String> text(Context context, String field) {
        String text = Doors.sent(context, field).strip();
        return Optional.of(text.substring(0, Math.min(LONGEST, text.length()))).filter(found -> !found.isBlank());
    }

    private static Refused unknown() {
        return new Refused(404, "not-found");
    }
}
