package vn.nhip.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.app.PeriodName;
import vn.nhip.app.Workplace;
import vn.nhip.catalogue.Kpi;
import vn.nhip.connection.Connection;
import vn.nhip.login.Role;
import vn.nhip.login.Sessions;
import vn.nhip.spi.Grain;
import vn.nhip.web.page.Dashboard;
import vn.nhip.web.page.KpiPage;
import vn.nhip.web.page.Lineage;
import vn.nhip.web.page.PeoplePage;
import vn.nhip.web.page.SyncPage;
import vn.nhip.why.Comparison;

/** The pages that are looked at; none of them changes anything. */
final class Screens {

    private static final int FACTS = 10;
    private static final int RUNS = 300;
    private static final int HELD_BACK = 50;
    private static final int DEEDS = 50;

    private final Workplace workplace;
    private final Readings readings;
    private final Pages pages;
    private final SyncDesk syncs;
    private final vn.nhip.login.Logins logins;

    Screens(Workplace workplace, Readings readings, Pages pages, SyncDesk syncs, vn.nhip.login.Logins logins) {
        this.workplace = workplace;
        this.readings = readings;
        this.pages = pages;
        this.syncs = syncs;
        this.logins = logins;
    }

    void dashboard(Context context) {
        Grain cadence = grain(context.queryParam("cadence")).orElse(Grain.DAY);
        Readings.Morning morning = readings.dashboard(cadence);
        pages.show(
                context,
                "dashboard",
                Dashboard.of(morning.report(), cadence, morning.troubles(), morning.toDo(), pages.words(context)));
    }

    void kpi(Context context) {
        Kpi kpi = kpiOf(context);
        Grain grain = grain(context.queryParam("grain"))
                .filter(kpi.grains()::contains)
                .orElse(kpi.cadence());
        int periods = KpiPage.ranges(grain).stream()
                .filter(count -> Integer.toString(count).equals(context.queryParam("periods")))
                .findFirst()
                .orElse(KpiPage.ranges(grain).get(0));
        Comparison with = Optional.ofNullable(context.queryParam("with"))
                .flatMap(id -> Comparison.find(grain, id))
                .orElse(Comparison.offered(grain).get(0));
        KpiPage.Asked asked = new KpiPage.Asked(kpi, grain, periods, with);
        pages.show(context, "dashboard", KpiPage.of(readings.kpi(asked), pages.words(context)));
    }

    void lineage(Context context) {
        Kpi kpi = kpiOf(context);
        Lineage lineage = PeriodName.parse(context.pathParam("period"))
                .flatMap(period -> workplace.explainer().explain(kpi, period.grain(), period.start(), FACTS))
                .map(found -> Lineage.of(found, seesRaw(context), pages.words(context)))
                .orElseThrow(() -> new Refused(404, "not-found"));
        pages.show(context, "dashboard", lineage);
    }

    void sync(Context context) {
        SyncPage.Subject subject = new SyncPage.Subject(
                workplace.sources(),
                workplace.runs(RUNS),
                workplace.syncing().quotas(),
                workplace.quarantine().list(0, HELD_BACK),
                workplace.quarantine().counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                syncs.progress(),
                ended(),
                workplace.today());
        pages.show(context, "sync", SyncPage.of(subject, seesRaw(context), pages.words(context)));
    }

    /** The connections that somebody has to make anew, by account. */
    private Map<String, String> ended() {
        Set<String> ended = workplace.connecting().list().stream()
                .filter(connection -> connection.standing().state() == Connection.State.RECONNECT)
                .map(Connection::name)
                .collect(Collectors.toSet());
        Map<String, String> byAccount = new HashMap<>();
        workplace.config().accounts().values().forEach(account -> account.connection()
                .filter(ended::contains)
                .ifPresent(name -> byAccount.put(account.name(), name)));
        return byAccount;
    }

    void people(Context context) {
        people(context, Optional.empty());
    }

    /** With an invitation that was just made. */
    void people(Context context, Optional<String> invitation) {
        Sessions.Session session = Gate.session(context).orElseThrow();
        pages.show(
                context,
                "people",
                PeoplePage.of(
                        logins.users().list(),
                        logins.audit().last(DEEDS),
                        invitation,
                        session.user(),
                        pages.words(context)));
    }

    private Kpi kpiOf(Context context) {
        return workplace.catalogue().findKpi(context.pathParam("kpi")).orElseThrow(() -> new Refused(404, "not-found"));
    }

    /** Raw records may hold personal data, masked as well as may be: admins only. */
    private static boolean seesRaw(Context context) {
        return Gate.session(context)
                .filter(session -> session.user().role().may(Role.ADMIN))
                .isPresent();
    }

    static Optional<Grain> grain(@org.jspecify.annotations.Nullable String id) {
        for (Grain grain : Grain.values()) {
            if (grain.name().toLowerCase(Locale.ROOT).equals(id)) {
                return Optional.of(grain);
            }
        }
        return Optional.empty();
    }
}
