package vn.nhip.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Writes order lines in the shape of a shop's export: about twenty lines an order, the lines of one order mostly but
 * not always side by side, a quarter of the orders without a customer.
 */
final class OrderLinesFile {

    private static final int LINES_PER_ORDER = 20;
    private static final int STRAY_ONE_IN = 500;
    private static final LocalDateTime START = LocalDateTime.of(2023, 1, 1, 8, 0);
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private OrderLinesFile() {}

    static void write(Path file, long lines) throws IOException {
        Random random = new Random(1);
        long orders = Math.max(1, lines / LINES_PER_ORDER);
        long secondsBetween = Math.max(1, 3L * 365 * 86_400 / orders);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
            for (long line = 0; line < lines; line++) {
                long order = line / LINES_PER_ORDER;
                if (order > 0 && random.nextInt(STRAY_ONE_IN) == 0) {
                    order--;
                }
                out.write(line(order, START.plusSeconds(order * secondsBetween), random));
            }
        }
    }

    private static String line(long order, LocalDateTime at, Random random) {
        String customer = order % 4 == 0 ? "" : (10_000 + (order * 7_919) % 1_000_000) + ".0";
        return (500_000 + order) + "," + (20_000 + random.nextInt(4_000)) + ",\"GIFT, LARGE " + random.nextInt(4_000)
                + "\"," + (1 + random.nextInt(12)) + "," + AT.format(at) + "," + random.nextInt(20) + "."
                + (10 + random.nextInt(90)) + "," + customer + ",Vietnam\n";
    }
}
