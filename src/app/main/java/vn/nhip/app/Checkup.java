package vn.nhip.app;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.nhip.export.Report;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.store.Balance;
import vn.nhip.store.StoreException;
import vn.nhip.store.SuspiciousSlices;
import vn.nhip.store.VanishedFiles;

/** What {@code doctor} looks at, in the order in which things depend on each other. */
public final class Checkup {

    private static final int MOST_SHOWN = 5;
    private static final long ROOM = 512L * 1024 * 1024;

    public enum Level {
        GOOD,
        NOTE,
        WRONG
    }

    /** One finding; a wrong one says what to do. */
    public record Finding(Level level, String text) {}

    private final List<Finding> findings = new ArrayList<>();

    private Checkup() {}

    public static List<Finding> of(Home home, Clock clock) {
        Checkup checkup = new Checkup();
        checkup.surroundings(home);
        try (Workplace workplace = Workplace.openToRead(home, clock)) {
            checkup.good("configuration: " + home.configFile() + " and "
                    + workplace.catalogue().kpis().size() + " KPIs of the catalogue");
            checkup.good("store and keys: " + home.database() + " belongs to the keys in " + home.keys());
            workplace.connectors().broken().forEach((id, why) -> checkup.wrong("connector " + id + ": " + why));
            checkup.sources(workplace);
            checkup.doubts(workplace);
        } catch (YamlException wrong) {
            wrong.problems().forEach(checkup::wrong);
        } catch (StoreException wrong) {
            checkup.wrong(String.valueOf(wrong.getMessage()));
        }
        return List.copyOf(checkup.findings);
    }

    private void surroundings(Home home) {
        good("Java " + System.getProperty("java.version") + ", home " + home.folder());
        try {
            if (Files.isDirectory(home.folder())) {
                long room = Files.getFileStore(home.folder()).getUsableSpace();
                if (room < ROOM) {
                    wrong("only " + room / 1024 / 1024 + " MB free for " + home.folder()
                            + "; make room for 512 MB or more");
                }
            }
        } catch (IOException unknown) {
            wrong("cannot see how much room " + home.folder() + " has: " + unknown.getMessage());
        }
    }

    private void sources(Workplace workplace) {
        if (workplace.config().accounts().isEmpty()) {
            note("no accounts yet: 'nhip import FILE --account NAME --mapping MAPPING' adds one");
        }
        for (VanishedFiles.Vanished gone : workplace.syncing().vanishedFiles()) {
            note(gone.account() + ": " + gone.file() + " is gone from its folder; its " + gone.facts()
                    + " facts still count. 'nhip files forget " + gone.account() + " " + gone.file()
                    + "' withdraws them");
        }
        for (Report.Source source : workplace.sources()) {
            String state = source.account() + ": complete through "
                    + source.completeThrough().map(Object::toString).orElse("nothing yet");
            if (!source.lastError().isEmpty()) {
                wrong(state + "; last error: " + source.lastError());
            } else if (source.quarantined() > 0) {
                note(state + "; " + source.quarantined() + " records in quarantine: 'nhip quarantine list'");
            } else {
                good(state);
            }
        }
    }

    private void doubts(Workplace workplace) {
        for (SuspiciousSlices.Suspicious slice : workplace.syncing().suspicious()) {
            note(slice.account() + ", " + slice.slice()
                    + ": gave far fewer facts than before; the earlier values stand. If that is right:"
                    + " 'nhip sync --account " + slice.account() + " --accept'");
        }
        List<Balance.Unbalanced> days = workplace.syncing().unbalanced();
        days.stream()
                .limit(MOST_SHOWN)
                .forEach(day -> note(day.account() + ", " + day.day() + ": " + day.measure()
                        + " of the parts is " + shown(day, day.parts()) + ", the source's own total "
                        + shown(day, day.total())));
        if (days.size() > MOST_SHOWN) {
            note("… and " + (days.size() - MOST_SHOWN) + " more days whose parts do not add up");
        }
    }

    private static String shown(Balance.Unbalanced day, long amount) {
        return day.currency().isEmpty()
                ? Long.toString(amount)
                : BigDecimal.valueOf(amount, 6).stripTrailingZeros().toPlainString() + " " + day.currency();
    }

    private void good(String text) {
        findings.add(new Finding(Level.GOOD, text));
    }

    private void note(String text) {
        findings.add(new Finding(Level.NOTE, text));
    }

    private void wrong(String text) {
        findings.add(new Finding(Level.WRONG, text));
    }
}
