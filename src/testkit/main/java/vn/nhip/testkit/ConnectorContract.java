package vn.nhip.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.DayRange;

/**
 * The sixteen rules that every connector keeps; its test extends this class and arranges the accounts.
 *
 * <p>Shape: each method that takes a folder may fill it; it is empty, given once, and removed after the test. The
 * sample must be large enough to show something: facts in every stream, more than one page in some slice.
 */
public abstract class ConnectorContract {

    @TempDir
    Path temporary = Path.of("");

    private int folders;

    protected abstract ConnectorFactory factory();

    /** The defaults of the optional settings, exactly; what is not named here must be required. */
    protected abstract Map<String, String> defaults();

    /** A good account with the sample in place. */
    protected abstract Account account(Path folder) throws Exception;

    /** The days to read the sample for. */
    protected abstract DayRange days();

    /** A good account in which there is nothing yet. */
    protected abstract Account emptyAccount(Path folder) throws Exception;

    /** An account read over a day of 23 and a day of 25 hours. */
    protected abstract DaylightCase daylight(Path folder) throws Exception;

    /**
     * Every way in which the source may fail.
     *
     * <p>At least one SETTINGS and two DATA; a connector that declares hosts also two ACCESS, one THROTTLED and four
     * UNAVAILABLE, for which {@link HttpFaults} has the cases of HTTP.
     */
    protected abstract List<FaultCase> faults();

    /** The source that the accounts call, always the same one; closed after each test. None when files are read. */
    protected Optional<? extends CalledSource> source() {
        return Optional.empty();
    }

    /** Whether the stream has pages at all; false for a source that answers everything at once. */
    protected boolean pages() {
        return true;
    }

    /** The most records that the source allows on one page, when it says so. */
    protected OptionalInt largestPage() {
        return OptionalInt.empty();
    }

    /** How many pages it takes to find that there is nothing, waiting apart; more where a report must be ordered first. */
    protected int pagesOfNothing() {
        return 1;
    }

    /** How many requests a check makes: one more where a token must be fetched first. */
    protected int requestsOfCheck() {
        return 1;
    }

    /** The connector's own folder, with its README. */
    protected Path home() {
        return Path.of(
                        System.getProperty("nhip.root", ""),
                        "connectors",
                        factory().spec().id())
                .toAbsolutePath();
    }

    /** The factories on offer, among which this one must be. */
    protected Iterable<ConnectorFactory> offered() {
        return ServiceLoader.load(ConnectorFactory.class);
    }

    final Path folder() {
        try {
            return Files.createDirectory(temporary.resolve("folder-" + ++folders));
        } catch (IOException e) {
            throw new AssertionError("the test cannot make a folder in " + temporary, e);
        }
    }

    /** The fewest fault cases of a kind that prove anything. */
    final int fewest(Kind kind) {
        boolean calls = !factory().spec().hosts().isEmpty();
        return switch (kind) {
            case SETTINGS -> 1;
            case DATA -> 2;
            case ACCESS -> calls ? 2 : 0;
            case THROTTLED -> calls ? 1 : 0;
            case UNAVAILABLE -> calls ? 4 : 0;
        };
    }

    @AfterEach
    final void closeTheSource() {
        source().ifPresent(CalledSource::close);
    }

    @Nested
    @DisplayName("1 What the connector says of itself")
    final class Spec extends SpecRules {
        Spec() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("2 Defaults")
    final class Defaults extends DefaultRules {
        Defaults() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("3 Settings")
    final class GivenSettings extends SettingRules {
        GivenSettings() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("4 Check and access")
    final class Check extends CheckRules {
        Check() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("5 As declared")
    final class Declared extends DeclaredRules {
        Declared() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("5 Totals and their parts")
    final class Totals extends TotalRules {
        Totals() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("6 Resume")
    final class Resume extends ResumeRules {
        Resume() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("7 Repeatable")
    final class Repeatable extends RepeatRules {
        Repeatable() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("8 Empty account")
    final class EmptyAccount extends EmptyRules {
        EmptyAccount() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("9 Unknown stream")
    final class UnknownStream extends UnknownStreamRules {
        UnknownStream() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("10 Throttled")
    final class Throttled extends FaultRules {
        Throttled() {
            super(ConnectorContract.this, Kind.THROTTLED);
        }
    }

    @Nested
    @DisplayName("11 Unavailable")
    final class Unavailable extends FaultRules {
        Unavailable() {
            super(ConnectorContract.this, Kind.UNAVAILABLE);
        }
    }

    @Nested
    @DisplayName("12 Changed upstream")
    final class ChangedUpstream extends FaultRules {
        ChangedUpstream() {
            super(ConnectorContract.this, Kind.DATA);
        }
    }

    @Nested
    @DisplayName("13 Secrets")
    final class Secrets extends SecretRules {
        Secrets() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("14 Manners")
    final class Manners extends MannerRules {
        Manners() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("15 Days")
    final class Days extends DayRules {
        Days() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    @DisplayName("16 README")
    final class Readme extends ReadmeRules {
        Readme() {
            super(ConnectorContract.this);
        }
    }
}
