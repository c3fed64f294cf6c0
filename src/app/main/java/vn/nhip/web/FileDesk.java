package vn.nhip.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.nhip.app.FileName;
import vn.nhip.app.Filing;
import vn.nhip.app.Workplace;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.login.Attempts;
import vn.nhip.login.Audit;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.FillInFile;
import vn.nhip.web.page.ConnectPage;
import vn.nhip.web.page.ConnectSteps;
import vn.nhip.web.page.FilePage;
import vn.nhip.web.page.FilesPage;

/** From a file that somebody drops to its first figures: kept apart, looked at whole, corrected, and only then taken in. */
final class FileDesk {

    private static final String CONNECTOR = "files";
    private static final String ANSWER = "answer.";
    private static final int LONGEST = 80;

    private final Workplace workplace;
    private final Audit audit;
    private final Pages pages;
    private final SyncDesk syncs;
    private final ConnectWork work;
    private final Drafts drafts;
    private final Attempts pace;

    FileDesk(Workplace workplace, Audit audit, Pages pages, SyncDesk syncs, ConsentDesk consents) {
        this.workplace = workplace;
        this.audit = audit;
        this.pages = pages;
        this.syncs = syncs;
        this.work = consents.work();
        this.drafts = consents.drafts();
        this.pace = new Attempts(workplace.clock(), 30);
    }

    List<Route> routes() {
        return List.of(
                Route.get(Uploads.PATH, Needs.EDITOR, this::files),
                Route.post(Uploads.PATH, Needs.EDITOR, this::take),
                Route.get(Uploads.PATH + "/fill-in", Needs.EDITOR, this::fillIn),
                Route.get(Uploads.PATH + "/{draft}", Needs.EDITOR, this::step),
                Route.post(Uploads.PATH + "/{draft}/mapping", Needs.EDITOR, this::again),
                Route.post(Uploads.PATH + "/{draft}/start", Needs.EDITOR, this::start));
    }

    private void files(Context context) {
        pages.show(
                context,
                "connect",
                FilesPage.of(workplace.filing().accounts(), Uploads.MOST_MEGABYTES, pages.words(context)));
    }

    private void fillIn(Context context) throws IOException {
        context.contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        context.header("Content-Disposition", "attachment; filename=\"so-lieu-nhap-tay.xlsx\"");
        ((FillInFile) workplace.connectors().require(CONNECTOR)).writeEmpty(context.outputStream());
    }

    private void take(Context context) throws IOException {
        Optional<UploadedFile> sent = Uploads.file(context, "file");
        Optional<String> name = sent.map(UploadedFile::filename).flatMap(FileName::of);
        Optional<String> account = Optional.of(Doors.sent(context, "account")).filter(chosen -> !chosen.isEmpty());
        boolean known = account.stream().allMatch(chosen -> workplace.filing().accounts().stream()
                .anyMatch(one -> one.name().equals(chosen)));
        if (name.isEmpty() || !known) {
            context.redirect(Uploads.PATH + "?said=" + (sent.isEmpty() ? "file-none" : "file-kind"));
            return;
        }
        if (!pace.start(Gate.who(context))) {
            throw new Refused(429, "slow");
        }
        Draft draft = drafts.keep(new Draft(new Draft.Of(
                drafts.freshId(),
                Gate.session(context).orElseThrow().formToken(),
                Gate.who(context),
                CONNECTOR,
                "",
                false)));
        try (InputStream content = sent.orElseThrow().content()) {
            Path file = workplace.filing().drafts().keep(draft.of().id(), name.orElseThrow(), content);
            audit.note(Gate.who(context), "drop-file", name.orElseThrow());
            work.look(draft, file, wanted(account));
        }
        context.redirect(address(draft));
    }

    private Filing.Wanted wanted(Optional<String> account) {
        return new Filing.Wanted(
                account,
                "",
                Map.of(),
                workplace.config().calendar().zone(),
                workplace.config().calendar().currency());
    }

    private void step(Context context) {
        Draft draft = draft(context);
        boolean shown = draft.step() == Draft.Step.REVIEW && draft.file().isPresent();
        pages.show(
                context, "connect", shown ? review(context, draft, draft.file().orElseThrow()) : plain(context, draft));
    }

    private FilePage review(Context context, Draft draft, Filing.Look look) {
        return FilePage.of(
                new FilePage.Subject(
                        address(draft),
                        look,
                        problem(draft),
                        draft.problem().map(Draft.Problem::detail).orElse("")),
                workplace.config(),
                pages.words(context));
    }

    private static String problem(Draft draft) {
        return draft.problem().map(problem -> "file-" + problem.key()).orElse("");
    }

    private ConnectPage plain(Context context, Draft draft) {
        ConnectorSpec spec = workplace.connectors().require(CONNECTOR).spec();
        ConnectPage.Subject subject = new ConnectPage.Subject(
                spec,
                address(draft),
                draft.step().name().toLowerCase(Locale.ROOT),
                problem(draft),
                draft.problem().map(Draft.Problem::detail).orElse(""));
        ConnectSteps steps = new ConnectSteps(subject, workplace.config(), pages.words(context));
        return draft.step() == Draft.Step.READING
                ? steps.reading(draft.reading(), syncs.progress(), workplace.sources())
                : steps.plain("");
    }

    /** Reads the file once more with what was corrected. */
    private void again(Context context) {
        Draft draft = draft(context);
        Optional<Filing.Look> look = draft.file().filter(any -> draft.step() == Draft.Step.REVIEW);
        Optional<Filing.Wanted> wanted = look.flatMap(seen -> corrected(context, seen.wanted()));
        look.ifPresent(seen -> wanted.ifPresent(better -> work.look(draft, seen.file(), better)));
        context.redirect(address(draft) + (look.isPresent() && wanted.isEmpty() ? "?said=review-wrong" : ""));
    }

    private static Optional<Filing.Wanted> corrected(Context context, Filing.Wanted before) {
        Map<String, String> answers = new HashMap<>();
        context.formParamMap().forEach((field, values) -> {
            if (field.startsWith(ANSWER) && !values.get(0).isEmpty()) {
                answers.put(field.substring(ANSWER.length()), values.get(0));
            }
        });
        try {
            return Optional.of(new Filing.Wanted(
                    before.account(),
                    Doors.sent(context, "mapping"),
                    answers,
                    ZoneId.of(Doors.sent(context, "zone").strip()),
                    Currency.getInstance(Doors.sent(context, "currency").strip().toUpperCase(Locale.ROOT))));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private void start(Context context) {
        Draft draft = draft(context);
        Optional<Filing.Look> look = draft.file()
                .filter(any -> draft.step() == Draft.Step.REVIEW)
                .filter(seen -> seen.trial().fits());
        if (look.isEmpty()) {
            context.redirect(address(draft));
            return;
        }
        try {
            String account = workplace.filing().takeIn(look.get(), title(context, look.get()), since(context));
            audit.note(
                    Gate.who(context), "add-file", account + " / " + look.get().name());
            syncs.startOrQueue(List.of(account));
            draft.read(List.of(account));
            context.redirect(address(draft));
        } catch (DateTimeException wrong) {
            context.redirect(address(draft) + "?said=review-wrong");
        } catch (YamlException untouchable) {
            context.redirect(address(draft) + "?said=layout-by-hand");
        }
    }

    private static String title(Context context, Filing.Look look) {
        String sent = Doors.sent(context, "title").strip();
        String title = sent.isEmpty() ? look.account().title() : sent;
        return title.substring(0, Math.min(LONGEST, title.length()));
    }

    private static Optional<LocalDate> since(Context context) {
        return Optional.of(Doors.sent(context, "since"))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse);
    }

    private Draft draft(Context context) {
        return drafts.find(
                        context.pathParam("draft"),
                        Gate.session(context).orElseThrow().formToken())
                .filter(draft -> draft.of().connector().equals(CONNECTOR))
                .orElseThrow(() -> new Refused(404, "draft"));
    }

    private static String address(Draft draft) {
        return Uploads.PATH + "/" + draft.of().id();
    }
}
