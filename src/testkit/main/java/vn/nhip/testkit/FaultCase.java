package vn.nhip.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import vn.nhip.spi.ConnectorException.Kind;

/**
 * One way in which a source fails, and what the connector must say of it.
 *
 * <p>Shape: {@code arrange} sets the account up with the fault in place; a {@code strike} instead lets it happen
 * after the slices were listed and before they are read. {@code naming} must stand in the message. {@code asked} is how
 * long a source that throttles wants to be left alone.
 */
public record FaultCase(
        String name, Kind kind, Arrange arrange, Optional<Strike> strike, String naming, Optional<Duration> asked) {

    /** Sets up an account, with whatever files it needs below an empty folder. */
    @FunctionalInterface
    public interface Arrange {
        Account below(Path folder) throws Exception;
    }

    /** Breaks the source of an account that was good until now. */
    @FunctionalInterface
    public interface Strike {
        void at(Account account) throws Exception;
    }

    public static FaultCase of(String name, Kind kind, Arrange arrange) {
        return new FaultCase(name, kind, arrange, Optional.empty(), "", Optional.empty());
    }

    /** The fault happens between listing the slices and reading them. */
    public FaultCase striking(Strike later) {
        return new FaultCase(name, kind, arrange, Optional.of(later), naming, asked);
    }

    /** The message must say this: the file, the column, the field's path. */
    public FaultCase naming(String words) {
        return new FaultCase(name, kind, arrange, strike, words, asked);
    }

    /** The exception must carry the wait that the source asked for. */
    public FaultCase waiting(Duration wait) {
        return new FaultCase(name, kind, arrange, strike, naming, Optional.of(wait));
    }
}
