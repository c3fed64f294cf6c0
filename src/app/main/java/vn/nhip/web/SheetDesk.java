package vn.nhip.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.app.Connecting;
import vn.nhip.app.SheetPush;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.connection.Connection;
import vn.nhip.connection.Credential;
import vn.nhip.handout.Feeds;
import vn.nhip.handout.Sheets;
import vn.nhip.login.Audit;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;
import vn.nhip.web.page.SheetsPart;
import vn.nhip.web.page.Wording;

/** Google Sheets on the exports page: which are written, and now; the vendor is called in the background only. */
final class SheetDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SheetDesk.class);
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https://docs\\.google\\.com/spreadsheets/(?:u/\\d+/)?d/)?([\\w-]{20,100})(?:[/?#].*)?");
    private static final String WITH_KEY = "key";

    private final Workplace workplace;
    private final Audit audit;
    private final Executor chores;

    /** Spreadsheets are written on {@code chores}, one at a time. */
    SheetDesk(Workplace workplace, Audit audit, Executor chores) {
        this.workplace = workplace;
        this.audit = audit;
        this.chores = chores;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/exports/sheet", Needs.EDITOR, this::add),
                Route.post("/exports/sheet/push", Needs.EDITOR, this::push),
                Route.post("/exports/sheet/end", Needs.EDITOR, this::end));
    }

    /** What the exports page shows of them. */
    SheetsPart part(Wording words) {
        SheetPush push = new SheetPush(workplace);
        List<SheetsPart.Listed> listed = sheets().list().stream()
                .map(sheet -> new SheetsPart.Listed(
                        sheet, sheet.failure().isEmpty() ? "" : push.sentence(sheet, sheet.failure(), words.labels())))
                .toList();
        Connecting connecting = workplace.connecting();
        List<SheetsPart.Writer> writers = connecting.list().stream()
                .filter(connecting::mayWriteSheets)
                .filter(connection -> connection.standing().state() == Connection.State.OK)
                .map(connection -> new SheetsPart.Writer(
                        connection.name(), connecting.shareWith(connection).orElse("")))
                .toList();
        return SheetsPart.of(listed, writers, workplace.clock().instant(), words);
    }

    private Sheets sheets() {
        return workplace.handouts().sheets();
    }

    private void add(Context context) {
        Matcher address = ADDRESS.matcher(Doors.sent(context, "spreadsheet").strip());
        if (!address.matches()) {
            context.redirect("/exports?said=sheet-address");
            return;
        }
        Feeds.Scope scope = ExportDesk.one(Feeds.Scope.values(), Doors.sent(context, "scope"));
        Language language = ExportDesk.one(Language.values(), Doors.sent(context, "language"));
        Optional<Connection> connection = connection(context);
        if (connection.isEmpty()) {
            context.redirect("/exports?said=sheet-key");
            return;
        }
        Sheets.Wanted wanted =
                new Sheets.Wanted(address.group(1), connection.get().name(), scope, language);
        sheets().put(wanted, Gate.who(context));
        audit.note(Gate.who(context), "sheet", wanted.spreadsheet());
        write();
        context.redirect("/exports?said=sheet-added");
    }

    /** The one that was chosen, or a new one by the key that was pasted; nothing when that is no key. */
    private Optional<Connection> connection(Context context) {
        Connecting connecting = workplace.connecting();
        String name = Doors.sent(context, "connection");
        if (!name.equals(WITH_KEY)) {
            return Optional.of(connecting
                    .find(name)
                    .filter(connecting::mayWriteSheets)
                    .orElseThrow(() -> new Refused(404, "not-found")));
        }
        Connecting.Wanted wanted = connecting.wanted(List.of(Connecting.SHEETS_EXPORT));
        String key = Doors.sent(context, "key-file").strip();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            Credential credential = Credential.serviceAccount(Secret.of(key), wanted.scopes(), Map.of());
            String fresh = connecting.freshName(Connecting.SHEETS_EXPORT);
            audit.note(Gate.who(context), "connect", Connecting.SHEETS_EXPORT + " / " + fresh);
            return Optional.of(connecting.make(fresh, wanted.auth(), credential));
        } catch (ConnectorException noKey) {
            return Optional.empty();
        }
    }

    private void push(Context context) {
        Sheets.Sheet sheet = sheet(context);
        audit.note(Gate.who(context), "sheet-pushed", name(sheet));
        sheets().ask(sheet.id());
        write();
        context.redirect("/exports?said=sheet-started");
    }

    private void end(Context context) {
        Sheets.Sheet sheet = sheet(context);
        sheets().remove(sheet.id());
        audit.note(Gate.who(context), "sheet-ended", name(sheet));
        context.redirect("/exports?said=sheet-ended");
    }

    private static String name(Sheets.Sheet sheet) {
        return sheet.title().isEmpty() ? sheet.wanted().spreadsheet() : sheet.title();
    }

    private Sheets.Sheet sheet(Context context) {
        return ExportDesk.number(Doors.sent(context, "sheet"))
                .flatMap(sheets()::find)
                .orElseThrow(() -> new Refused(404, "not-found"));
    }

    private void write() {
        chores.execute(() -> {
            try {
                new SheetPush(workplace).send();
            } catch (RuntimeException fault) {
                LOG.error("a spreadsheet could not be written", fault);
            }
        });
    }
}
