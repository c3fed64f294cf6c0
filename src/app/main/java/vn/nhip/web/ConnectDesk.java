package vn.nhip.web;

import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.nhip.app.Connecting;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.connection.Connection;
import vn.nhip.login.Audit;
import vn.nhip.login.Sessions;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Setting;
import vn.nhip.web.page.ConnectPage;
import vn.nhip.web.page.ConnectSteps;
import vn.nhip.web.page.SourcePage;
import vn.nhip.web.page.SourcesPage;

/** From a source to its first figures, step by step; vendors are called in the background only. */
final class ConnectDesk {

    private final Workplace workplace;
    private final Audit audit;
    private final Pages pages;
    private final SyncDesk syncs;
    private final ConnectWork work;
    private final Drafts drafts;
    private final ConsentDesk consents;

    ConnectDesk(Workplace workplace, Audit audit, Pages pages, SyncDesk syncs, ConsentDesk consents) {
        this.workplace = workplace;
        this.audit = audit;
        this.pages = pages;
        this.syncs = syncs;
        this.consents = consents;
        this.work = consents.work();
        this.drafts = consents.drafts();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/connect", Needs.EDITOR, this::sources),
                Route.get("/connect/{connector}", Needs.EDITOR, this::source),
                Route.post("/connect/{connector}", Needs.EDITOR, this::begin),
                Route.get("/connect/{connector}/{draft}", Needs.EDITOR, this::step),
                Route.post("/connect/{connector}/{draft}/accounts", Needs.EDITOR, this::look),
                Route.post("/connect/{connector}/{draft}/start", Needs.EDITOR, this::start),
                Route.post("/reconnect", Needs.EDITOR, this::reconnect),
                Route.get("/callback/{provider}", Needs.EDITOR, consents::callback));
    }

    private void sources(Context context) {
        pages.show(
                context,
                "connect",
                SourcesPage.of(
                        workplace.connectors().all(), workplace.connecting().list(), pages.words(context)));
    }

    private void source(Context context) {
        source(context, Optional.empty());
    }

    private void source(Context context, Optional<String> problem) {
        ConnectorSpec spec = spec(context);
        Optional<Connection> again = Optional.ofNullable(context.queryParam("again"))
                .or(() -> Optional.ofNullable(context.formParam("again")))
                .flatMap(workplace.connecting()::find);
        SourcePage.Subject subject = new SourcePage.Subject(
                spec,
                workplace.connecting().list(),
                again,
                problem,
                consents.redirect(spec),
                consents.elsewhere(context));
        pages.show(context, "connect", SourcePage.of(subject, pages.words(context)));
    }

    private ConnectorSpec spec(Context context) {
        return workplace
                .connectors()
                .find(context.pathParam("connector"))
                .orElseThrow(() -> new Refused(404, "not-found"))
                .spec();
    }

    private void begin(Context context) {
        ConnectorSpec spec = spec(context);
        KeyForm form = new KeyForm(context, workplace.connecting(), spec);
        try {
            Draft draft = drafts.keep(new Draft(new Draft.Of(
                    drafts.freshId(),
                    session(context).formToken(),
                    who(context),
                    spec.id(),
                    form.connection(),
                    form.again())));
            switch (form.way()) {
                case EXISTING -> work.find(draft);
                case KEY -> work.connect(draft, form.auth(), form.credential());
                case OAUTH -> consents.ask(draft, form.asking());
            }
            audit.note(
                    who(context),
                    "connect",
                    spec.id() + (form.connection().isEmpty() ? "" : " / " + form.connection()));
            context.redirect(address(draft));
        } catch (ConnectorException wrong) {
            context.status(400);
            source(context, Optional.of(String.valueOf(wrong.getMessage())));
        }
    }

    private void step(Context context) {
        Draft draft = draft(context);
        ConnectPage.Subject subject = new ConnectPage.Subject(
                spec(context),
                address(draft),
                draft.step().name().toLowerCase(java.util.Locale.ROOT),
                draft.problem().map(Draft.Problem::key).orElse(""),
                draft.problem().map(Draft.Problem::detail).orElse(""));
        ConnectSteps steps = new ConnectSteps(subject, workplace.config(), pages.words(context));
        pages.show(context, "connect", page(draft, steps));
    }

    private ConnectPage page(Draft draft, ConnectSteps steps) {
        return switch (draft.step()) {
            case ASKING, FAILED -> steps.plain("");
            case CONSENT ->
                steps.plain(
                        draft.asked().map(asked -> asked.address().toString()).orElse(""));
            case CHOOSING -> steps.choosing(draft.found().orElseThrow());
            case REVIEW -> steps.review(draft.looks());
            case READING -> steps.reading(draft.reading(), syncs.progress(), workplace.sources());
        };
    }

    private void look(Context context) {
        Draft draft = draft(context);
        Set<String> ids = new LinkedHashSet<>(context.formParams("account"));
        boolean ready = draft.step() == Draft.Step.CHOOSING && !ids.isEmpty();
        if (ready) {
            work.look(draft, ids, settings(context));
        }
        context.redirect(address(draft) + (ready ? "" : "?said=choose-accounts"));
    }

    /** What was left as it was is not written down: a later default may be better. */
    private Map<String, String> settings(Context context) {
        Map<String, String> settings = new TreeMap<>();
        for (Setting setting : spec(context).settings()) {
            String given = Doors.sent(context, "setting." + setting.name()).strip();
            boolean usual = setting.fallback().filter(given::equals).isPresent();
            if (setting.type() != Setting.Type.SECRET && !given.isEmpty() && !usual) {
                settings.put(setting.name(), given);
            }
        }
        return settings;
    }

    private void start(Context context) {
        Draft draft = draft(context);
        if (draft.step() != Draft.Step.REVIEW) {
            context.redirect(address(draft));
            return;
        }
        Optional<ReviewForm> form = ReviewForm.read(context, draft.looks());
        if (form.isEmpty()) {
            context.redirect(address(draft) + "?said=review-wrong");
            return;
        }
        List<AccountConfig> accounts = form.get().accounts();
        workplace.onboarding().takeIn(accounts, form.get().historySince());
        List<String> names = accounts.stream().map(AccountConfig::name).toList();
        audit.note(who(context), "add-account", String.join(", ", names));
        syncs.startOrQueue(names);
        draft.read(names);
        context.redirect(address(draft));
    }

    /** In one step where somebody only has to agree again; else the form for the new key. */
    private void reconnect(Context context) {
        Connection connection = workplace
                .connecting()
                .find(Doors.sent(context, "connection"))
                .orElseThrow(() -> new Refused(404, "not-found"));
        String connector = workplace.config().accounts().values().stream()
                .filter(account -> account.connection().equals(Optional.of(connection.name())))
                .map(AccountConfig::connector)
                .findFirst()
                .orElseGet(() -> consents.served(connection).stream()
                        .findFirst()
                        .orElseThrow(() -> new Refused(404, "not-found")));
        if (connector.equals(Connecting.SHEETS_EXPORT)) {
            context.redirect("/exports");
            return;
        }
        Draft draft = new Draft(new Draft.Of(
                drafts.freshId(), session(context).formToken(), who(context), connector, connection.name(), true));
        if (consents.elsewhere(context).isEmpty() && consents.askAgain(draft, connection)) {
            audit.note(who(context), "reconnect", connection.name());
            context.redirect(address(drafts.keep(draft)));
        } else {
            context.redirect("/connect/" + connector + "?again=" + connection.name());
        }
    }

    private Draft draft(Context context) {
        return drafts.find(context.pathParam("draft"), session(context).formToken())
                .filter(draft -> draft.of().connector().equals(context.pathParam("connector")))
                .orElseThrow(() -> new Refused(404, "draft"));
    }

    static String address(Draft draft) {
        return "/connect/" + draft.of().connector() + "/" + draft.of().id();
    }

    private static Sessions.Session session(Context context) {
        return Gate.session(context).orElseThrow();
    }

    private static String who(Context context) {
        return session(context).user().name();
    }
}
