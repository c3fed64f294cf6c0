package vn.nhip.connector.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.DayRange;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.ConnectorContract;
import vn.nhip.testkit.DaylightCase;
import vn.nhip.testkit.FaultCase;

class FilesConnectorTest extends ConnectorContract {

    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String HEADER = "Order,Time,Amount\n";
    private static final String MAPPING =
            """
            read: {format: csv, group-by: order}
            fields:
              order:  {column: Order}
              at:     {column: Time, instant: "yyyy-MM-dd HH:mm:ss"}
              amount: {column: Amount, number: "1234.56"}
            facts:
              - {fact: order, id: order, ordered-at: at, status: "'paid'", gross: sum(amount), channel: "'shop'"}
            """;

    @Override
    protected ConnectorFactory factory() {
        return new FilesConnectorFactory();
    }

    @Override
    protected Map<String, String> defaults() {
        return Map.of("pattern", "*");
    }

    @Override
    protected Account account(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int line = 0; line < 5_000; line++) {
            text.append("N")
                    .append(line % 2_500)
                    .append(",2026-01-02 10:00:00,")
                    .append(line)
                    .append('\n');
        }
        return account(
                folder, "orders.csv", text.append("N9,no time,1\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected DayRange days() {
        return new DayRange(SPRING, AUTUMN);
    }

    @Override
    protected Account emptyAccount(Path folder) throws IOException {
        return account(folder, "orders.csv", HEADER.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected DaylightCase daylight(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (LocalDate day : List.of(SPRING, AUTUMN)) {
            ZoneId london = ZoneId.of("Europe/London");
            ZonedDateTime hour = day.atStartOfDay(london);
            while (hour.toLocalDate().equals(day)) {
                text.append(hour.toInstant())
                        .append(',')
                        .append(TIME.format(hour))
                        .append(",1\n");
                hour = hour.plusHours(1);
            }
        }
        Account account = account(folder, "orders.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        Account british = new Account(
                account.settings(),
                account.secrets(),
                Account.in("Europe/London", "GBP").context());
        return new DaylightCase(british, days(), Map.of(SPRING, 23, AUTUMN, 25));
    }

    @Override
    protected List<FaultCase> faults() {
        return List.of(
                FaultCase.of("a mapping that is not there", Kind.SETTINGS, folder -> emptyAccount(folder)
                                .with(
                                        "mapping",
                                        folder.resolve("missing.facts.yaml").toString()))
                        .naming("missing.facts.yaml"),
                FaultCase.of("a folder that is not there", Kind.SETTINGS, folder -> emptyAccount(folder)
                                .with("path", folder.resolve("nowhere").toString()))
                        .naming("nowhere"),
                FaultCase.of("an archive cut short", Kind.DATA, folder -> account(folder, "cut.csv.gz", cutArchive()))
                        .naming("cut.csv.gz: the gzip archive"),
                FaultCase.of(
                                "a workbook where text is declared",
                                Kind.DATA,
                                folder -> account(folder, "orders.csv", new byte[] {'P', 'K', 3, 4, 0, 0}))
                        .naming("orders.csv: is an XLSX workbook"),
                FaultCase.of(
                                "another encoding than declared",
                                Kind.DATA,
                                folder -> account(
                                        folder, "orders.csv", "\uFEFFOrder".getBytes(StandardCharsets.UTF_16LE)))
                        .naming("begins as UTF-16"),
                FaultCase.of("a file that changes before it is read", Kind.UNAVAILABLE, this::account)
                        .striking(account -> Files.writeString(
                                Path.of(account.settings().getOrDefault("path", ""), "orders.csv"), HEADER))
                        .naming("orders.csv or its mapping changed"));
    }

    private static Account account(Path folder, String name, byte[] content) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.write(inbox.resolve(name), content);
        Path mapping = Files.writeString(folder.resolve("orders.facts.yaml"), MAPPING);
        return Account.vietnamese().with("path", inbox.toString()).with("mapping", mapping.toString());
    }

    private static byte[] cutArchive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write((HEADER + "A,2026-01-02 10:00:00,1\n".repeat(500)).getBytes(StandardCharsets.UTF_8));
        }
        return Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    }
}
