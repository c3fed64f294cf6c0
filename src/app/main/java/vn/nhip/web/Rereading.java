package vn.nhip.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import vn.nhip.app.Workplace;
import vn.nhip.login.Attempts;
import vn.nhip.login.Audit;
import vn.nhip.spi.DayRange;
import vn.nhip.sync.SyncRequest;

/** Reading days of the past again, and ending what is being read. */
final class Rereading {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final Workplace workplace;
    private final Audit audit;
    private final SyncDesk syncs;
    private final Attempts pace;

    Rereading(Workplace workplace, Audit audit, SyncDesk syncs) {
        this.workplace = workplace;
        this.audit = audit;
        this.syncs = syncs;
        this.pace = new Attempts(workplace.clock(), 10);
    }

    List<Route> routes() {
        return List.of(
                Route.post("/sync/backfill", Needs.EDITOR, this::backfill),
                Route.post("/sync/stop", Needs.EDITOR, this::stop));
    }

    private void backfill(Context context) {
        String account = account(context);
        Optional<DayRange> days = days(context);
        if (days.isEmpty()) {
            context.redirect("/sync?said=days-wrong");
            return;
        }
        if (!pace.start(Gate.who(context))) {
            throw new Refused(429, "slow");
        }
        audit.note(
                Gate.who(context),
                "backfill",
                account + " " + days.get().first() + " – " + days.get().last());
        syncs.startOrQueue(List.of(account), SyncRequest.days(days.get()));
        context.redirect("/sync?said=backfill-started");
    }

    /** Nothing when a day cannot be read, lies ahead, or the last is before the first. */
    private Optional<DayRange> days(Context context) {
        LocalDate yesterday = workplace.today().minusDays(1);
        try {
            LocalDate from = LocalDate.parse(Doors.sent(context, "from"));
            String through = Doors.sent(context, "through");
            LocalDate last = through.isEmpty() ? yesterday : LocalDate.parse(through);
            boolean meant = !from.isBefore(FIRST) && !last.isBefore(from) && !last.isAfter(yesterday);
            return meant ? Optional.of(new DayRange(from, last)) : Optional.empty();
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private void stop(Context context) {
        String account = account(context);
        boolean stopped = syncs.cancel(account);
        if (stopped) {
            audit.note(Gate.who(context), "stop-sync", account);
        }
        context.redirect("/sync?said=" + (stopped ? "sync-stopping" : "sync-idle"));
    }

    private String account(Context context) {
        String account = Doors.sent(context, "account");
        if (!workplace.config().accounts().containsKey(account)) {
            throw new Refused(404, "not-found");
        }
        return account;
    }
}
