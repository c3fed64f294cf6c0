package vn.nhip.sandbox.face.books;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.DollarRate;
import vn.nhip.sandbox.truth.Truth;

/**
 * Frankfurter's API v2: the dollar's rate of every day of a range.
 *
 * <p>Shape: a range that begins on a day without a rate begins with the last one of the fortnight before.
 */
public final class FrankfurterService implements RestService {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FORTNIGHT = 14;

    private final Supplier<Truth> truth;

    public FrankfurterService(Supplier<Truth> truth) {
        this.truth = truth;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!ask.path().equals("/v2/rates")) {
            return problem(404, "not found");
        }
        if (!ask.parameter("base").equals("USD")) {
            return problem(422, "invalid base currency");
        }
        LocalDate from = LocalDate.parse(ask.parameter("from"));
        LocalDate to = LocalDate.parse(ask.parameter("to"));
        List<DollarRate> rates = truth.get().books().rates();
        ArrayNode rows = JSON.arrayNode();
        if (rates.stream().noneMatch(rate -> rate.day().equals(from))) {
            carried(rates, from).ifPresent(rate -> put(rows, rate));
        }
        rates.stream()
                .filter(rate -> !rate.day().isBefore(from) && !rate.day().isAfter(to))
                .forEach(rate -> put(rows, rate));
        return RestAnswer.json(rows);
    }

    private static Optional<DollarRate> carried(List<DollarRate> rates, LocalDate from) {
        return rates.stream()
                .filter(rate -> rate.day().isBefore(from) && !rate.day().isBefore(from.minusDays(FORTNIGHT)))
                .max(Comparator.comparing(DollarRate::day));
    }

    private static void put(ArrayNode rows, DollarRate rate) {
        rows.addObject()
                .put("date", rate.day().toString())
                .put("base", "USD")
                .put("quote", "VND")
                .put("rate", rate.rate());
    }

    private static RestAnswer problem(int status, String words) {
        return RestAnswer.json(
                status,
                JSON.objectNode().put("status", status).put("message", words).toString());
    }
}
