package vn.nhip.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;

/**
 * One day of a hundred, read by a process of its own: unchanged, once every record of it has changed, and again.
 *
 * <p>Argument: the folder of a home that {@link ManifestBench} has filled, whose source still answers. The first process
 * leaves an archive of its classes for the others, as the launcher's does.
 */
public final class ManifestDelta {

    private static final PrintStream OUT = System.out;

    private ManifestDelta() {}

    public static void main(String[] arguments) {
        try (Workplace workplace = Workplace.open(new Home(Path.of(arguments[0])), Clock.systemUTC())) {
            ManifestBench.sync(workplace, "  its sync", ManifestBench.LAST_DAY);
        }
        OUT.printf("  the whole process: CPU %.2f s%n", new Lap(0, 0).cpuSeconds());
    }

    static void run(URI base, Home home) throws IOException, InterruptedException, SQLException {
        OUT.println("in the store: " + held(home));
        Path archive = home.folder().resolve("classes.jsa");
        process(home, "one day of a hundred, unchanged", "-XX:ArchiveClassesAtExit=" + archive);
        ManifestBench.text(base.resolve("/change"));
        process(home, "one changed day of a hundred", "-XX:SharedArchiveFile=" + archive);
        process(home, "the same again", "-XX:SharedArchiveFile=" + archive);
    }

    private static void process(Home home, String what, String flag)
            throws IOException, InterruptedException, SQLException {
        Lap lap = Lap.start();
        int exit = new ProcessBuilder(command(home, flag)).inheritIO().start().waitFor();
        OUT.printf(
                "%s, a process from start to end (exit %d): %.2f s; in the store: %s%n",
                what, exit, lap.seconds(), held(home));
    }

    /** With the flags of this process. */
    private static List<String> command(Home home, String flag) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(own -> !own.startsWith("-XX:StartFlightRecording"))
                .forEach(command::add);
        command.addAll(List.of(
                flag,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-cp",
                System.getProperty("java.class.path"),
                ManifestDelta.class.getName(),
                home.folder().toString()));
        return command;
    }

    private static String held(Home home) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT COUNT(*), SUM(amount / 1000000) FROM fact_ledger_entry WHERE live = 1")) {
            row.next();
            return "%,d facts, %,d VND in all".formatted(row.getLong(1), row.getLong(2));
        }
    }
}
