package vn.nhip.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.handout.ExportLog;
import vn.nhip.handout.Feeds;
import vn.nhip.handout.MorningReaders;
import vn.nhip.login.Attempts;
import vn.nhip.login.Audit;
import vn.nhip.spi.Grain;
import vn.nhip.spi.Secret;
import vn.nhip.web.page.ChangesPage;
import vn.nhip.web.page.ExportsPage;

/** The exports page and what is done on it: addresses for spreadsheets, and who gets the morning mail. */
final class ExportDesk {

    private static final int SHOWN = 20;
    private static final int CHANGES = 200;
    private static final int LONGEST_NAME = 80;

    private final Workplace workplace;
    private final Audit audit;
    private final Pages pages;
    private final URI base;
    private final boolean everywhere;
    private final SheetDesk sheets;
    private final Attempts pace;

    /** {@code base} is where others reach this server, from everywhere or from this machine only. */
    ExportDesk(Workplace workplace, Audit audit, Pages pages, SheetDesk sheets, URI base, boolean everywhere) {
        this.workplace = workplace;
        this.audit = audit;
        this.pages = pages;
        this.sheets = sheets;
        this.base = base;
        this.everywhere = everywhere;
        this.pace = new Attempts(workplace.clock(), 5);
    }

    void exports(Context context) {
        exports(context, Optional.empty());
    }

    private void exports(Context context, Optional<URI> address) {
        ExportsPage.Subject subject = new ExportsPage.Subject(
                workplace.home().exports(),
                workplace.handouts().log().last(SHOWN),
                workplace.handouts().feeds().list(),
                workplace.handouts().readers().list(),
                workplace.morningMail().possible(),
                everywhere,
                sheets.part(pages.words(context)));
        pages.show(context, "exports", ExportsPage.of(subject, address, pages.words(context)));
    }

    /** What became another number since a file was made. */
    void changes(Context context) {
        ExportLog.Handed file = number(context.pathParam("export"))
                .flatMap(workplace.handouts().log()::find)
                .orElseThrow(() -> new Refused(404, "not-found"));
        pages.show(
                context,
                "exports",
                ChangesPage.of(
                        file,
                        workplace.values().restatedSince(file.mark(), file.days(), CHANGES),
                        workplace.catalogue(),
                        pages.words(context)));
    }

    /** Shows the address this once. */
    void makeFeed(Context context) {
        String name = Doors.sent(context, "name").strip();
        Feeds.Form form = one(Feeds.Form.values(), Doors.sent(context, "for"));
        Feeds.Scope scope = one(Feeds.Scope.values(), Doors.sent(context, "scope"));
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            context.redirect("/exports?said=feed-name");
            return;
        }
        Secret token = workplace
                .handouts()
                .feeds()
                .make(new Feeds.Wanted(name, form, scope, language(context)), Gate.who(context));
        audit.note(Gate.who(context), "feed", name);
        exports(context, Optional.of(base.resolve(FeedReading.PATH + token.reveal() + FeedReading.FILE)));
    }

    void endFeed(Context context) {
        long id = number(Doors.sent(context, "feed")).orElseThrow(() -> new Refused(404, "not-found"));
        boolean ended = workplace.handouts().feeds().end(id);
        if (ended) {
            audit.note(Gate.who(context), "feed-ended", Long.toString(id));
        }
        context.redirect("/exports?said=" + (ended ? "feed-ended" : "gone"));
    }

    void addReader(Context context) {
        String address = Doors.sent(context, "address").strip().toLowerCase(Locale.ROOT);
        if (!MorningReaders.Wanted.looksLikeAddress(address)) {
            context.redirect("/exports?said=mail-address");
            return;
        }
        Grain cadence = one(Grain.values(), Doors.sent(context, "cadence"));
        boolean added = workplace
                .handouts()
                .readers()
                .add(
                        new MorningReaders.Wanted(address, language(context), cadence),
                        Gate.who(context),
                        workplace.today());
        if (added) {
            audit.note(Gate.who(context), "mail", address);
        }
        context.redirect("/exports?said=" + (added ? "mail-added" : "mail-known"));
    }

    void removeReader(Context context) {
        MorningReaders.Reader reader = reader(context);
        workplace.handouts().readers().remove(reader.id());
        audit.note(Gate.who(context), "mail-ended", reader.wanted().address());
        context.redirect("/exports?said=mail-ended");
    }

    /** Sends one now, to see whether it arrives. */
    void tryReader(Context context) {
        MorningReaders.Reader reader = reader(context);
        if (!pace.start(Gate.who(context))) {
            throw new Refused(429, "slow");
        }
        audit.note(Gate.who(context), "mail-tried", reader.wanted().address());
        Optional<String> failure = workplace.morningMail().now(reader.wanted());
        context.redirect("/exports?said=" + (failure.isEmpty() ? "mail-sent" : "mail-failed"));
    }

    private MorningReaders.Reader reader(Context context) {
        long id = number(Doors.sent(context, "reader")).orElseThrow(() -> new Refused(404, "not-found"));
        return workplace.handouts().readers().list().stream()
                .filter(reader -> reader.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refused(404, "not-found"));
    }

    private static Language language(Context context) {
        return one(Language.values(), Doors.sent(context, "language"));
    }

    static Optional<Long> number(String text) {
        return Optional.of(text).filter(id -> id.matches("\\d{1,9}")).map(Long::valueOf);
    }

    static <E extends Enum<E>> E one(E[] all, String asked) {
        return Arrays.stream(all)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() -> new Refused(400, "form"));
    }
}
