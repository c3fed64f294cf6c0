package vn.nhip.sandbox.face.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.Cut;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Truth;

/**
 * CallRail's API v3: calls that came in, newest first unless asked otherwise.
 *
 * <p>Time: days of the zone that is asked for, else the business's own. The mark and the source of a call are shown to
 * whoever asks for them.
 */
public final class CallrailService implements RestService {

    public static final String ACCOUNT = "227799611";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final int USUAL = 100;
    private static final int MOST = 250;

    private final Supplier<Truth> truth;
    private final Tokens keys;

    public CallrailService(Supplier<Truth> truth, Tokens keys) {
        this.truth = truth;
        this.keys = keys;
    }

    /** Whoever called. */
    public static List<Inquiry> calls(Truth truth) {
        return truth.web().inquiries().stream()
                .filter(inquiry -> inquiry.origin() == Inquiry.Origin.CALL)
                .toList();
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        String key = ask.header("Authorization").replaceAll("^Token token=\"(.*)\"$", "$1");
        if (!keys.accepts(key)) {
            return problem(401, "HTTP Token: Access denied.");
        }
        if (!ask.path().equals("/v3/a/" + ACCOUNT + "/calls.json")) {
            return problem(404, "Not Found");
        }
        boolean own = ask.parameter("time_zone").isEmpty()
                || ask.parameter("time_zone").equals("user");
        ZoneId zone = own ? truth.get().span().zone() : ZoneId.of(ask.parameter("time_zone"));
        Comparator<Inquiry> order = Comparator.comparing(Inquiry::at).thenComparing(Inquiry::id);
        List<Inquiry> calls = calls(truth.get()).stream()
                .filter(call -> within(call.at().atZone(zone).toLocalDate(), ask))
                .sorted(ask.parameter("order").equals("asc") ? order : order.reversed())
                .toList();
        int size = Math.min(MOST, ask.number("per_page", USUAL));
        Cut<Inquiry> cut = Cut.page(calls, ask.number("page", 1), size);
        ObjectNode body = JSON.objectNode().put("page", ask.number("page", 1)).put("per_page", size);
        body.put("total_pages", (calls.size() + size - 1) / size).put("total_records", cut.total());
        ArrayNode shown = body.putArray("calls");
        cut.rows()
                .forEach(call -> shown.add(
                        call(call, zone, List.of(ask.parameter("fields").split(",", -1)))));
        return RestAnswer.json(body);
    }

    private static boolean within(LocalDate day, RestAsk ask) {
        return !day.isBefore(LocalDate.parse(ask.parameter("start_date")))
                && !day.isAfter(LocalDate.parse(ask.parameter("end_date")));
    }

    private static ObjectNode call(Inquiry inquiry, ZoneId zone, List<String> fields) {
        ObjectNode call = JSON.objectNode().put("id", "CAL" + inquiry.id()).put("answered", true);
        call.put("direction", "inbound").put("duration", 84).put("voicemail", false);
        call.put("start_time", STAMP.format(inquiry.at().atZone(zone)));
        call.put("tracking_phone_number", "+842873001234");
        call.put(
                "customer_phone_number",
                inquiry.shopper()
                        .map(shopper -> "+84" + shopper.phone().substring(1))
                        .orElse(null));
        if (fields.contains("lead_status")) {
            call.put("lead_status", mark(inquiry.state()));
        }
        if (fields.contains("source")) {
            call.put("source", inquiry.channel());
        }
        return call;
    }

    private static @Nullable String mark(Inquiry.State state) {
        return switch (state) {
            case OPEN -> null;
            case QUALIFIED, WON -> "good_lead";
            case LOST, SPAM -> "not_a_lead";
        };
    }

    private static RestAnswer problem(int status, String words) {
        return RestAnswer.json(status, JSON.objectNode().put("error", words).toString());
    }
}
