package vn.nhip.kpi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import vn.nhip.metric.Sql;
import vn.nhip.spi.Money;

/** The public Online Retail set as facts: invoices become orders, cancellations refunds. */
final class OnlineRetail {

    static final Path SHARED = Path.of(Objects.requireNonNull(System.getProperty("nhip.shared"), "nhip.shared"));
    private static final Path FILE = SHARED.resolve("data/online_retail_uci/online_retail.csv.gz");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final class Invoice {
        private LocalDateTime at = LocalDateTime.MAX;
        private BigDecimal amount = BigDecimal.ZERO;
        private String customer = "";
    }

    private OnlineRetail() {}

    static boolean present() {
        return Files.exists(FILE);
    }

    static List<String> answer(String name) throws IOException {
        return Files.readAllLines(SHARED.resolve("answers/online_retail_" + name + ".csv"));
    }

    static void load(Books books) throws IOException {
        Map<String, Invoice> invoices = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            lines.readLine();
            String line = lines.readLine();
            while (line != null) {
                take(invoices, cells(line));
                line = lines.readLine();
            }
        }
        books.store().write(handle -> {
            try (Sql sql = new Sql(handle)) {
                write(sql, books, invoices);
            }
            return true;
        });
    }

    private static void take(Map<String, Invoice> invoices, List<String> cells) {
        Invoice invoice = invoices.computeIfAbsent(cells.get(0), any -> new Invoice());
        LocalDateTime at = LocalDateTime.parse(cells.get(4), TIME);
        invoice.at = at.isBefore(invoice.at) ? at : invoice.at;
        invoice.amount = invoice.amount.add(new BigDecimal(cells.get(3)).multiply(new BigDecimal(cells.get(5))));
        invoice.customer = cells.get(6).isEmpty() ? invoice.customer : cells.get(6);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static void write(Sql sql, Books books, Map<String, Invoice> invoices) {
        String common = "workspace_id, account_id, key, origin, version, hash, page_id, at, live, day";
        Map<String, Long> persons = new HashMap<>();
        try (Sql.Batch orders = sql.batch("INSERT INTO fact_order (" + common + ", order_number, ordered_at, person_id,"
                        + " status, channel, currency, gross, discounts, tax, shipping, lines) VALUES"
                        + " (?, ?, ?, 0, 0, 0, 1, '', 1, ?, ?, ?, ?, 'paid', 'web', 'GBP', ?, 0, 0, 0, '[]')");
                Sql.Batch refunds = sql.batch("INSERT INTO fact_refund (" + common
                        + ", order_id, refunded_at, channel, currency, amount) VALUES"
                        + " (?, ?, ?, 0, 0, 0, 1, '', 1, ?, NULL, ?, 'web', 'GBP', ?)")) {
            long account = books.account("shop");
            invoices.forEach((number, invoice) -> {
                LocalDate day = invoice.at.toLocalDate();
                long at = invoice.at.toInstant(ZoneOffset.UTC).toEpochMilli();
                long amount = Money.millionths(invoice.amount);
                if (number.startsWith("C")) {
                    refunds.add(books.id(), account, number, day, at, -amount);
                } else if (!number.startsWith("A")) {
                    Long person = invoice.customer.isEmpty()
                            ? null
                            : persons.computeIfAbsent(invoice.customer, any -> persons.size() + 1L);
                    orders.add(books.id(), account, number, day, number, at, person, amount);
                }
            });
        }
        try (Sql.Batch person = sql.batch("INSERT INTO person (workspace_id, id, keys) VALUES (?, ?, ?)");
                Sql.Batch key =
                        sql.batch("INSERT INTO person_key (workspace_id, person_id, key_hash) VALUES (?, ?, ?)")) {
            persons.forEach((customer, id) -> {
                person.add(books.id(), id, customer);
                key.add(books.id(), id, customer);
            });
        }
        sql.update("INSERT INTO dirty_day (workspace_id, kind, day) VALUES (?, '*', '*')", books.id());
    }
}
