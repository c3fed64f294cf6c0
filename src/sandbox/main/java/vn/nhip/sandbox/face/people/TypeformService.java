package vn.nhip.sandbox.face.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.Cut;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Answer;
import vn.nhip.sandbox.truth.Truth;

/** Typeform's Responses API: answers given in the form, newest first, each beside a text that nobody should count. */
public final class TypeformService implements RestService {

    public static final String FORM = "tra2025";
    public static final String SCORE_FIELD = "hai-long";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL = 25;
    private static final int MOST = 1000;

    private final Supplier<Truth> truth;
    private final Tokens tokens;

    public TypeformService(Supplier<Truth> truth, Tokens tokens) {
        this.truth = truth;
        this.tokens = tokens;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!tokens.accepts(ask.bearer())) {
            return problem(403, "AUTHENTICATION_FAILED", "Authentication credentials not found on the Request Headers");
        }
        if (!ask.path().equals("/forms/" + FORM + "/responses")) {
            return problem(404, "FORM_NOT_FOUND", "Form not found");
        }
        if (ask.number("page_size", USUAL) > MOST) {
            return problem(400, "VALIDATION_ERROR", "page_size should be at most 1000");
        }
        List<Answer> given = newestFirst(truth.get()).stream()
                .filter(answer -> within(answer.at(), ask))
                .toList();
        Cut<Answer> cut = Cut.offset(given, after(given, ask.parameter("before")), ask.number("page_size", USUAL));
        int pages = (given.size() + ask.number("page_size", USUAL) - 1) / ask.number("page_size", USUAL);
        ObjectNode body = JSON.objectNode().put("total_items", cut.total()).put("page_count", pages);
        ArrayNode items = body.putArray("items");
        cut.rows().forEach(answer -> items.add(response(answer)));
        return RestAnswer.json(body);
    }

    /** What was answered in the form and not on the phone. */
    public static List<Answer> newestFirst(Truth truth) {
        return truth.web().answers().stream()
                .filter(answer -> !answer.byPhone())
                .sorted(Comparator.comparing(Answer::at)
                        .thenComparing(Answer::id)
                        .reversed())
                .toList();
    }

    private static int after(List<Answer> given, String token) {
        return token.isEmpty() ? 0 : given.stream().map(Answer::id).toList().indexOf(token) + 1;
    }

    private static boolean within(Instant at, RestAsk ask) {
        return (ask.parameter("since").isEmpty() || !at.isBefore(utc(ask.parameter("since"))))
                && (ask.parameter("until").isEmpty() || !at.isAfter(utc(ask.parameter("until"))));
    }

    private static Instant utc(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static ObjectNode response(Answer answer) {
        ObjectNode response = JSON.objectNode().put("landing_id", answer.id()).put("token", answer.id());
        response.put("response_id", answer.id());
        response.put("landed_at", answer.at().minus(1, ChronoUnit.MINUTES).toString());
        response.put("submitted_at", answer.at().toString());
        ArrayNode answers = response.putArray("answers");
        field(answers.addObject(), "nB3kQ9zVtE1a", "long_text", "gop-y")
                .put("type", "text")
                .put("text", "Trà thơm");
        field(answers.addObject(), "WOTdC00F8A3h", "rating", SCORE_FIELD)
                .put("type", "number")
                .put("number", answer.score());
        return response;
    }

    private static ObjectNode field(ObjectNode answer, String id, String type, String reference) {
        answer.putObject("field").put("id", id).put("type", type).put("ref", reference);
        return answer;
    }

    private static RestAnswer problem(int status, String code, String words) {
        return RestAnswer.json(
                status,
                JSON.objectNode().put("code", code).put("description", words).toString());
    }
}
