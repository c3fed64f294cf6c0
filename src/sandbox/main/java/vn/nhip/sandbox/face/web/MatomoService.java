package vn.nhip.sandbox.face.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.sandbox.truth.UniqueUsers;
import vn.nhip.sandbox.truth.UniqueUsers.Grain;
import vn.nhip.sandbox.truth.VisitDay;

/**
 * Matomo's Reporting API: the summary of visits of one day, or of the week or month that it lies in.
 *
 * <p>Shape: an empty list where nobody came; refusals come with status 200. Visits of weeks and months are the day's own.
 */
public final class MatomoService implements RestService {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Supplier<Truth> truth;
    private final Tokens tokens;

    public MatomoService(Supplier<Truth> truth, Tokens tokens) {
        this.truth = truth;
        this.tokens = tokens;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!tokens.accepts(ask.form().getOrDefault("token_auth", ""))) {
            return problem("Unable to authenticate with the provided token. It is either invalid or expired.");
        }
        if (!ask.path().equals("/index.php") || !ask.parameter("method").equals("VisitsSummary.get")) {
            return problem("The method '" + ask.parameter("method") + "' does not exist or is not available.");
        }
        LocalDate day = LocalDate.parse(ask.parameter("date"));
        Grain grain = Grain.valueOf(ask.parameter("period").toUpperCase(Locale.ROOT));
        Optional<VisitDay> visits = truth.get().web().visits().stream()
                .filter(each -> each.day().equals(day))
                .findFirst();
        return RestAnswer.json(visits.isEmpty() ? JSON.arrayNode() : summary(visits.get(), grain));
    }

    private ObjectNode summary(VisitDay day, Grain grain) {
        long users = truth.get().web().uniqueUsers().stream()
                .filter(each -> each.grain() == grain && each.start().equals(grain.startOf(day.day())))
                .mapToLong(UniqueUsers::users)
                .findFirst()
                .orElseThrow();
        VisitDay.Counts whole = day.whole();
        return JSON.objectNode()
                .put("nb_uniq_visitors", users)
                .put("nb_users", 0)
                .put("nb_visits", whole.sessions())
                .put("nb_actions", whole.sessions() * 3)
                .put("nb_visits_converted", whole.keyEvents())
                .put("bounce_count", whole.sessions() - whole.engaged())
                .put("max_actions", 31);
    }

    private static RestAnswer problem(String words) {
        return RestAnswer.json(JSON.objectNode().put("result", "error").put("message", words));
    }
}
