package vn.nhip.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.DayRange;

/** A connector over files keeps the same rules, with the faults that files have. */
class DrawerConnectorTest extends ConnectorContract {

    private static final String ENTRIES = "id;day;amount\n1;2025-03-30;5\n2;2025-03-31;7\n3;2025-10-26;9\n";

    @Override
    protected ConnectorFactory factory() {
        return new DrawerConnectorFactory();
    }

    @Override
    protected Map<String, String> defaults() {
        return Map.of();
    }

    @Override
    protected Account account(Path folder) throws IOException {
        return holding(folder, ENTRIES);
    }

    @Override
    protected DayRange days() {
        return new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    }

    @Override
    protected Account emptyAccount(Path folder) throws IOException {
        return holding(folder, "id;day;amount\n");
    }

    @Override
    protected DaylightCase daylight(Path folder) throws IOException {
        account(folder);
        Account berlin = Account.in("Europe/Berlin", "EUR").with("path", folder.toString());
        return new DaylightCase(
                berlin,
                days(),
                Map.of(LocalDate.of(2025, 3, 30), 1, LocalDate.of(2025, 3, 31), 1, LocalDate.of(2025, 10, 26), 1));
    }

    @Override
    protected List<FaultCase> faults() {
        return List.of(
                FaultCase.of("no folder", Kind.SETTINGS, folder -> account(folder)
                                .with("path", "/no/such/folder"))
                        .naming("/no/such/folder"),
                FaultCase.of("renamed column", Kind.DATA, folder -> holding(folder, ENTRIES.replace("day", "date")))
                        .naming("book.txt"),
                FaultCase.of("file broken off", Kind.DATA, folder -> holding(folder, ENTRIES + "4;2025-1"))
                        .naming("line 5"),
                FaultCase.of("file gone meanwhile", Kind.UNAVAILABLE, this::account)
                        .striking(account -> Files.delete(Path.of(account.setting("path"), "book.txt")))
                        .naming("book.txt"));
    }

    @Override
    protected Path home() {
        return Path.of("test/resources/drawer").toAbsolutePath();
    }

    private static Account holding(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("book.txt"), text);
        return Account.vietnamese().with("path", folder.toString());
    }
}
