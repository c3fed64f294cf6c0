package vn.nhip.sandbox.face.books;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.BookEntry;
import vn.nhip.sandbox.truth.BookEntry.Side;
import vn.nhip.sandbox.truth.Truth;

/**
 * QuickBooks Online's profit and loss report: one account for each side of the journal.
 *
 * <p>Shape: sections with their accounts and totals, and sections that are totals only. The marketing account is a section
 * with one account below it. Nothing at all where nothing was booked.
 */
public final class QuickbooksService implements RestService {

    public static final String COMPANY = "9341452000000001";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<Side> EXPENSES =
            Set.of(Side.MARKETING, Side.SALES, Side.RETENTION, Side.OPERATING, Side.TAX);

    private final Supplier<Truth> truth;
    private final Tokens tokens;

    public QuickbooksService(Supplier<Truth> truth, Tokens tokens) {
        this.truth = truth;
        this.tokens = tokens;
    }

    /** The id of the account of a side. */
    public static String account(Side side) {
        return switch (side) {
            case REVENUE -> "70";
            case COST_OF_GOODS -> "71";
            case MARKETING -> "72";
            case SALES -> "73";
            case RETENTION -> "74";
            case OPERATING -> "75";
            case TAX -> "76";
        };
    }

    /** What was booked from the first to the last of these days. */
    public static Map<Side, BigDecimal> booked(Truth truth, LocalDate first, LocalDate last) {
        Map<Side, BigDecimal> sums = new EnumMap<>(Side.class);
        for (BookEntry entry : truth.books().journal()) {
            if (!entry.day().isBefore(first) && !entry.day().isAfter(last)) {
                sums.merge(entry.side(), entry.amount(), BigDecimal::add);
            }
        }
        return sums;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!tokens.accepts(ask.bearer())) {
            return fault(401, "AuthenticationFailed", "message=AuthenticationFailed; errorCode=003200");
        }
        if (!ask.path().equals("/v3/company/" + COMPANY + "/reports/ProfitAndLoss")) {
            return fault(404, "Not Found", "Object Not Found");
        }
        LocalDate first = LocalDate.parse(ask.parameter("start_date"));
        LocalDate last = LocalDate.parse(ask.parameter("end_date"));
        Map<Side, BigDecimal> booked = booked(truth.get(), first, last);
        ObjectNode report = JSON.objectNode();
        ObjectNode header = report.putObject("Header");
        header.put("ReportName", "ProfitAndLoss").put("ReportBasis", ask.parameter("accounting_method"));
        header.put("StartPeriod", first.toString())
                .put("EndPeriod", last.toString())
                .put("Currency", "VND");
        header.putArray("Option")
                .addObject()
                .put("Name", "NoReportData")
                .put("Value", String.valueOf(booked.isEmpty()));
        ObjectNode rows = report.putObject("Rows");
        if (!booked.isEmpty()) {
            sections(rows.putArray("Row"), booked);
        }
        return RestAnswer.json(report);
    }

    private static void sections(ArrayNode sections, Map<Side, BigDecimal> booked) {
        section(sections, "Income", booked, Set.of(Side.REVENUE));
        section(sections, "COGS", booked, Set.of(Side.COST_OF_GOODS));
        total(sections.addObject().put("type", "Section").put("group", "GrossProfit"), BigDecimal.ONE);
        section(sections, "Expenses", booked, EXPENSES);
        total(sections.addObject().put("type", "Section").put("group", "NetIncome"), BigDecimal.ONE);
    }

    private static void section(ArrayNode sections, String group, Map<Side, BigDecimal> booked, Set<Side> sides) {
        List<Side> shown = booked.keySet().stream().filter(sides::contains).toList();
        if (shown.isEmpty()) {
            return;
        }
        ObjectNode section = sections.addObject().put("type", "Section").put("group", group);
        columns(section.putObject("Header"), group, "", "");
        ArrayNode rows = section.putObject("Rows").putArray("Row");
        BigDecimal sum = BigDecimal.ZERO;
        for (Side side : shown) {
            BigDecimal amount = booked.getOrDefault(side, BigDecimal.ZERO);
            account(rows.addObject(), side, amount);
            sum = sum.add(amount);
        }
        total(section, sum);
    }

    private static void account(ObjectNode row, Side side, BigDecimal amount) {
        if (side != Side.MARKETING) {
            columns(row.put("type", "Data"), side.name(), account(side), amount.toPlainString());
            return;
        }
        columns(row.put("type", "Section").putObject("Header"), side.name(), account(side), "");
        ObjectNode below = row.putObject("Rows").putArray("Row").addObject().put("type", "Data");
        columns(below, "Ads", "99", amount.toPlainString());
        total(row, amount);
    }

    private static void total(ObjectNode section, BigDecimal sum) {
        columns(section.putObject("Summary"), "Total", "", sum.toPlainString());
    }

    private static void columns(ObjectNode in, String name, String id, String amount) {
        ArrayNode columns = in.putArray("ColData");
        ObjectNode first = columns.addObject().put("value", name);
        if (!id.isEmpty()) {
            first.put("id", id);
        }
        columns.addObject().put("value", amount);
    }

    private static RestAnswer fault(int status, String message, String detail) {
        ObjectNode body = JSON.objectNode();
        ObjectNode fault = body.putObject("fault").put("type", "AUTHENTICATION");
        fault.putArray("error").addObject().put("message", message).put("detail", detail);
        return RestAnswer.json(status, body.toString());
    }
}
