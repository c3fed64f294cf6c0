package vn.nhip.sandbox.face.books;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;

/** Google's Sheets API v4 for one spreadsheet that can be changed: its shape, batches of changes, and values. */
public final class SheetsWriting implements RestService {

    private static final int LARGEST = 10_485_760;

    private final SheetsBook book;
    private final Tokens tokens;
    private final Queue<Planned> planned = new ConcurrentLinkedQueue<>();

    /** What is answered instead, without anything being changed, to the next request of this kind. */
    private record Planned(Predicate<RestAsk> where, RestAnswer answer) {}

    public SheetsWriting(SheetsBook book, Tokens tokens) {
        this.book = book;
        this.tokens = tokens;
    }

    /** The next request whose path ends so is answered so. */
    public void once(String ending, RestAnswer answer) {
        planned.add(new Planned(ask -> ask.path().endsWith(ending), answer));
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!tokens.accepts(ask.bearer())) {
            return GoogleProblem.of(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
        }
        Optional<Planned> plan =
                planned.stream().filter(one -> one.where().test(ask)).findFirst();
        if (plan.isPresent()) {
            planned.remove(plan.get());
            return plan.get().answer();
        }
        if (ask.body().length() > LARGEST) {
            return invalid("Request payload size exceeds the limit: " + LARGEST + " bytes.");
        }
        String place = "/v4/spreadsheets/" + book.id();
        if (!ask.path().startsWith(place)) {
            return GoogleProblem.of(404, "NOT_FOUND", "Requested entity was not found.");
        }
        try {
            return switch (ask.method() + ask.path().substring(place.length())) {
                case "GET" -> RestAnswer.json(book.shape());
                case "POST:batchUpdate" ->
                    RestAnswer.json(book.change(ask.json().path("requests")));
                case "POST/values:batchUpdateByDataFilter" -> RestAnswer.json(book.write(ask.json()));
                default -> GoogleProblem.of(404, "NOT_FOUND", "Requested entity was not found.");
            };
        } catch (SheetsBook.Invalid invalid) {
            return invalid(String.valueOf(invalid.getMessage()));
        }
    }

    private static RestAnswer invalid(String message) {
        return GoogleProblem.of(400, "INVALID_ARGUMENT", message);
    }
}
