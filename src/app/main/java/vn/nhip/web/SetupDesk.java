package vn.nhip.web;

import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.app.Workplace;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.Setup;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.login.Audit;
import vn.nhip.web.page.Pick;
import vn.nhip.web.page.SetupForm;
import vn.nhip.web.page.SetupPage;
import vn.nhip.web.page.Typed;

/** The guide's five questions on the screen: asked, a proposal made, changed, and taken over into {@code nhip.yaml}. */
final class SetupDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SetupDesk.class);

    private final Workplace workplace;
    private final Pages pages;
    private final Audit audit;

    SetupDesk(Workplace workplace, Pages pages, Audit audit) {
        this.workplace = workplace;
        this.pages = pages;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/setup", Needs.EDITOR, this::ask), Route.post("/setup", Needs.EDITOR, this::takeOver));
    }

    /** Answers come in the address: looking at another proposal changes nothing. */
    private void ask(Context context) {
        boolean asked = context.queryParam("industry") != null;
        SetupForm form = asked
                ? SetupForm.sent(context::queryParams)
                : workplace.config().setup().map(SetupForm::of).orElse(SetupForm.EMPTY);
        show(context, form, asked, Map.of());
    }

    private void show(Context context, SetupForm form, boolean asked, Map<String, Pick> changed) {
        Language language = pages.language(context);
        SetupPage.Subject subject = new SetupPage.Subject(
                form,
                asked,
                form.setup().filter(any -> asked).map(setup -> workplace.acts().propose(setup, language)),
                workplace.config().kpis(),
                changed);
        pages.show(
                context, "targets", SetupPage.of(subject, workplace.catalogue().headlines(), pages.words(context)));
    }

    private void takeOver(Context context) {
        SetupForm form = SetupForm.sent(context::formParams);
        Optional<Setup> setup = form.setup();
        Map<String, Pick> picks = new LinkedHashMap<>();
        workplace
                .catalogue()
                .headlines()
                .forEach(kpi -> picks.put(kpi.id(), Pick.sent(kpi, field -> Doors.sent(context, field))));
        Optional<Map<String, KpiChoice>> choices = choices(context, picks);
        if (setup.isEmpty() || choices.isEmpty()) {
            context.status(400);
            show(context, form, true, picks);
            return;
        }
        context.redirect(carryOut(context, setup.get(), choices.get()));
    }

    /** Nothing when a number cannot be read. */
    private Optional<Map<String, KpiChoice>> choices(Context context, Map<String, Pick> picks) {
        Map<String, KpiChoice> choices = new LinkedHashMap<>();
        for (Kpi kpi : workplace.catalogue().headlines()) {
            Typed typed = new Typed(pages.language(context) == Language.VI, kpi.unit());
            Optional.ofNullable(picks.get(kpi.id()))
                    .flatMap(pick -> pick.choice(typed, workplace.config().choice(kpi.id())))
                    .ifPresent(choice -> choices.put(kpi.id(), choice));
        }
        return Optional.of(choices).filter(all -> all.size() == picks.size());
    }

    private String carryOut(Context context, Setup setup, Map<String, KpiChoice> choices) {
        try {
            workplace.acts().setUp(setup, choices);
        } catch (YamlException untouchable) {
            return "/setup?said=setup-by-hand";
        } catch (UncheckedIOException unwritable) {
            LOG.error("what was set up could not be written: {}", unwritable.getMessage());
            return "/setup?said=setup-unwritable";
        }
        audit.note(
                Acting.who(context),
                "setup",
                Long.toString(choices.values().stream().filter(KpiChoice::show).count()));
        return "/targets?said=set-up";
    }
}
