package vn.nhip.web;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhip.app.Truth;
import vn.nhip.app.Workplace;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.login.Audit;
import vn.nhip.metric.Giving;
import vn.nhip.spi.FactKind;
import vn.nhip.web.page.TruthPage;

/** Which account counts for what, where several give the same. */
final class Trusting {

    private final Workplace workplace;
    private final Pages pages;
    private final Audit audit;
    private final SyncDesk syncs;

    Trusting(Workplace workplace, Pages pages, Audit audit, SyncDesk syncs) {
        this.workplace = workplace;
        this.pages = pages;
        this.audit = audit;
        this.syncs = syncs;
    }

    List<Route> routes() {
        return List.of(Route.get("/truth", Needs.VIEWER, this::show), Route.post("/truth", Needs.EDITOR, this::choose));
    }

    private void show(Context context) {
        Truth truth = workplace.truth();
        List<TruthPage.Subject> subjects = truth.kinds().stream()
                .map(kind -> new TruthPage.Subject(
                        kind,
                        truth.kpis(kind.kind()),
                        workplace.config().sourcesOfTruth().getOrDefault(kind.kind(), List.of())))
                .toList();
        pages.show(context, "connect", TruthPage.of(subjects, workplace.config(), pages.words(context)));
    }

    /** Accounts come with their ranks; whoever has none does not count. */
    private void choose(Context context) {
        String id = Doors.sent(context, "kind");
        Giving.Kind kind = workplace.truth().kinds().stream()
                .filter(known -> known.kind().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "not-found"));
        Map<String, Integer> ranks = new LinkedHashMap<>();
        for (Giving.Account account : kind.accounts()) {
            String rank = Doors.sent(context, "rank." + account.name());
            if (rank.matches("[1-9]\\d?")) {
                ranks.put(account.name(), Integer.parseInt(rank));
            }
        }
        List<String> named = ranks.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
        boolean usual = !Doors.sent(context, "usual").isEmpty();
        if (named.isEmpty() && !usual) {
            context.redirect("/truth?said=truth-none");
            return;
        }
        try {
            choose(context, kind.kind(), usual ? List.of() : named);
            context.redirect("/truth?said=truth-saved");
        } catch (YamlException untouchable) {
            context.redirect("/truth?said=layout-by-hand");
        }
    }

    private void choose(Context context, FactKind kind, List<String> accounts) {
        workplace.truth().choose(kind, accounts);
        audit.note(Gate.who(context), "truth", kind.id() + ": " + String.join(", ", accounts));
        syncs.refreshSoon();
    }
}
