package vn.nhip.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.nhip.api.AccountsJson;
import vn.nhip.api.CatalogueJson;
import vn.nhip.api.ExplanationJson;
import vn.nhip.api.ValuesJson;
import vn.nhip.app.PeriodName;
import vn.nhip.app.Workplace;
import vn.nhip.catalogue.Kpi;
import vn.nhip.export.Report;
import vn.nhip.kpi.KpiValue;
import vn.nhip.login.Role;
import vn.nhip.spi.Grain;

/** The JSON API, which looks and changes nothing; {@code openapi.json} describes it. */
final class Api {

    static final String PREFIX = "/api/v1";
    private static final int FACTS = 10;

    private final Workplace workplace;

    Api(Workplace workplace) {
        this.workplace = workplace;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PREFIX + "/openapi.json", Needs.NOTHING, this::description),
                Route.get(PREFIX + "/kpis", Needs.VIEWER, this::kpis),
                Route.get(PREFIX + "/values", Needs.VIEWER, this::values),
                Route.get(PREFIX + "/explain/{kpi}/{period}", Needs.VIEWER, this::explain),
                Route.get(PREFIX + "/accounts", Needs.VIEWER, this::accounts));
    }

    private void description(Context context) throws IOException {
        try (InputStream in = Objects.requireNonNull(Api.class.getResourceAsStream("/web/openapi.json"))) {
            answer(context, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void kpis(Context context) {
        answer(
                context,
                CatalogueJson.render(workplace.totals(List.of(), Kpi::cadence).kpis()));
    }

    private void values(Context context) {
        Kpi kpi = workplace
                .catalogue()
                .findKpi(Optional.ofNullable(context.queryParam("kpi")).orElse(""))
                .orElseThrow(() -> new Refused(404, "not-found"));
        Grain grain = Screens.grain(context.queryParam("grain")).orElse(kpi.cadence());
        Optional<LocalDate> from = day(context, "from");
        Optional<LocalDate> to = day(context, "to");
        Report report = workplace.totals(List.of(kpi), any -> grain);
        List<KpiValue> values = report.values().stream()
                .filter(value -> from.isEmpty() || !value.end().isBefore(from.get()))
                .filter(value -> to.isEmpty() || !value.start().isAfter(to.get()))
                .toList();
        answer(context, ValuesJson.render(report, values));
    }

    private void explain(Context context) {
        Kpi kpi = workplace
                .catalogue()
                .findKpi(context.pathParam("kpi"))
                .orElseThrow(() -> new Refused(404, "not-found"));
        boolean raw = Gate.session(context).orElseThrow().user().role().may(Role.ADMIN);
        answer(
                context,
                PeriodName.parse(context.pathParam("period"))
                        .flatMap(period -> workplace.explainer().explain(kpi, period.grain(), period.start(), FACTS))
                        .map(found -> ExplanationJson.render(found, raw))
                        .orElseThrow(() -> new Refused(404, "not-found")));
    }

    private void accounts(Context context) {
        answer(context, AccountsJson.render(workplace.sources()));
    }

    private static void answer(Context context, String json) {
        context.contentType("application/json; charset=utf-8").result(json);
    }

    private static Optional<LocalDate> day(Context context, String field) {
        try {
            return Optional.ofNullable(context.queryParam(field)).map(LocalDate::parse);
        } catch (DateTimeException noDay) {
            throw new Refused(400, "form");
        }
    }

    /** The error of a request to the API. */
    static void refuse(Context context, int status, String key, String number) {
        context.status(status);
        answer(
                context,
                "{\"error\":\"" + key + "\"" + (number.isEmpty() ? "" : ",\"number\":\"" + number + "\"") + "}");
    }

    static boolean asked(Context context) {
        return context.path().startsWith(PREFIX + "/");
    }
}
