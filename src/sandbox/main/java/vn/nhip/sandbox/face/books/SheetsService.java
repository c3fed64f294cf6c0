package vn.nhip.sandbox.face.books;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.BookEntry;
import vn.nhip.sandbox.truth.FootCount;
import vn.nhip.sandbox.truth.HandEntry;
import vn.nhip.sandbox.truth.Truth;

/**
 * Google's Sheets API v4: the sheet that people fill in, costs on the last day of their month, an empty row, and people
 * who entered the shop.
 *
 * <p>Shape: a range without anything has no values at all.
 */
public final class SheetsService implements RestService {

    public static final String SPREADSHEET = "1tra2025SoLieuNhapTay";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    private final Supplier<Truth> truth;
    private final Tokens tokens;

    public SheetsService(Supplier<Truth> truth, Tokens tokens) {
        this.truth = truth;
        this.tokens = tokens;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!tokens.accepts(ask.bearer())) {
            return GoogleProblem.of(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
        }
        if (!ask.path().equals("/v4/spreadsheets/" + SPREADSHEET + "/values/A2:C")) {
            return GoogleProblem.of(404, "NOT_FOUND", "Requested entity was not found.");
        }
        ArrayNode rows = rows(truth.get().books());
        ObjectNode body = JSON.objectNode().put("range", "'Số liệu'!A2:C1000").put("majorDimension", "ROWS");
        if (!rows.isEmpty()) {
            body.set("values", rows);
        }
        return RestAnswer.json(body);
    }

    private static ArrayNode rows(Truth.Books books) {
        ArrayNode rows = JSON.arrayNode();
        for (HandEntry entry : books.byHand()) {
            day(rows.addArray(), entry.month().atEndOfMonth())
                    .add(kind(entry.side()))
                    .add(entry.amount());
        }
        if (!rows.isEmpty()) {
            rows.addArray();
        }
        for (FootCount count : books.footCounts()) {
            day(rows.addArray(), count.day()).add("Khách vào cửa hàng").add(count.people());
        }
        return rows;
    }

    private static ArrayNode day(ArrayNode row, LocalDate day) {
        return row.add(day.toEpochDay() - ZERO.toEpochDay());
    }

    private static String kind(BookEntry.Side side) {
        return switch (side) {
            case MARKETING -> "Marketing";
            case SALES -> "Bán hàng";
            case RETENTION -> "Giữ chân khách hàng";
            case COST_OF_GOODS -> "Giá vốn";
            case OPERATING -> "Vận hành";
            case TAX -> "Thuế";
            case REVENUE -> throw new IllegalArgumentException("revenue is not kept by hand");
        };
    }
}
