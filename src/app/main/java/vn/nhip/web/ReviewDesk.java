package vn.nhip.web;

import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.app.PeriodName;
import vn.nhip.app.Reviewed;
import vn.nhip.app.Reviewing;
import vn.nhip.app.Workplace;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.login.Audit;
import vn.nhip.review.Decision;
import vn.nhip.spi.Grain;
import vn.nhip.web.page.DecisionForm;
import vn.nhip.web.page.ReviewPage;

/** The monthly review: looked at, and decided KPI by KPI. */
final class ReviewDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewDesk.class);

    private final Workplace workplace;
    private final Pages pages;
    private final Audit audit;

    ReviewDesk(Workplace workplace, Pages pages, Audit audit) {
        this.workplace = workplace;
        this.pages = pages;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/review",
                        Needs.VIEWER,
                        context -> show(context, reviewing().last(), Optional.empty())),
                Route.get("/review/{month}", Needs.VIEWER, context -> show(context, month(context), Optional.empty())),
                Route.post("/review", Needs.EDITOR, this::decide),
                Route.post("/review/keep", Needs.EDITOR, this::keepTheRest));
    }

    private Reviewing reviewing() {
        return workplace.acts().reviewing();
    }

    /** A month that is over. */
    private YearMonth month(Context context) {
        return PeriodName.parse(context.pathParam("month"))
                .filter(period -> period.grain() == Grain.MONTH)
                .map(period -> YearMonth.from(period.start()))
                .filter(month -> !month.isAfter(reviewing().last()))
                .orElseThrow(() -> new Refused(404, "not-found"));
    }

    private void show(Context context, YearMonth month, Optional<DecisionForm> typed) {
        Reviewing reviewing = reviewing();
        pages.show(
                context,
                "review",
                ReviewPage.of(
                        new ReviewPage.Subject(
                                month,
                                reviewing.last(),
                                reviewing.of(month),
                                reviewing.reviews().months(),
                                typed),
                        workplace.catalogue(),
                        pages.words(context)));
    }

    private void decide(Context context) {
        YearMonth month = reviewing().last();
        Kpi kpi = workplace
                .catalogue()
                .findKpi(Doors.sent(context, "kpi"))
                .filter(known -> month.toString().equals(Doors.sent(context, "month")))
                .orElseThrow(() -> new Refused(404, "not-found"));
        DecisionForm typed = DecisionForm.typed(kpi, field -> Doors.sent(context, field));
        Optional<Decision> decision = typed.decision(
                pages.language(context) == Language.VI, reviewing().successors(kpi));
        if (decision.isEmpty()) {
            context.status(400);
            show(context, month, Optional.of(typed));
            return;
        }
        String said = carryOut(context, month, Map.of(kpi, decision.get()));
        context.redirect("/review?said=" + said + "#" + kpi.id());
    }

    /** Whatever nobody has decided about stays as it is. */
    private void keepTheRest(Context context) {
        YearMonth month = reviewing().last();
        if (!month.toString().equals(Doors.sent(context, "month"))) {
            throw new Refused(404, "not-found");
        }
        Map<Kpi, Decision> rest = new LinkedHashMap<>();
        reviewing().of(month).stream()
                .filter(each -> each.review().isEmpty())
                .map(Reviewed::kpi)
                .forEach(kpi -> rest.put(kpi, Decision.keep("")));
        context.redirect("/review?said=" + (rest.isEmpty() ? "reviewed" : carryOut(context, month, rest)));
    }

    /** What is said of it. */
    private String carryOut(Context context, YearMonth month, Map<Kpi, Decision> decisions) {
        try {
            reviewing().decide(month, decisions, Acting.who(context));
        } catch (YamlException untouchable) {
            return "review-by-hand";
        } catch (UncheckedIOException unwritable) {
            LOG.error("a review could not be carried out: {}", unwritable.getMessage());
            return "review-unwritable";
        }
        audit.note(
                Acting.who(context),
                "review",
                month + " "
                        + decisions.entrySet().stream()
                                .map(entry -> entry.getKey().id() + " "
                                        + entry.getValue().kind().id())
                                .collect(Collectors.joining(", ")));
        return "reviewed";
    }
}
