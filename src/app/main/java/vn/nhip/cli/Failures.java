package vn.nhip.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vn.nhip.connection.ConsentException;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.spi.ConnectorException;
import vn.nhip.store.DiskFullException;
import vn.nhip.store.StoreException;

/** Turns a failure into words and an exit code; only a fault of the program itself is shown with its trace. */
final class Failures implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof YamlException yaml) {
            yaml.problems().forEach(terminal.err()::println);
            return ExitCode.CONFIGURATION;
        }
        if (failure instanceof CommandException refused) {
            terminal.err().println(refused.getMessage());
            return refused.exitCode();
        }
        if (failure instanceof ConnectorException refused) {
            terminal.err().println(refused.getMessage());
            return refused.kind() == ConnectorException.Kind.SETTINGS ? ExitCode.CONFIGURATION : ExitCode.FAILED;
        }
        if (failure instanceof ConsentException refused) {
            terminal.err().println(refused.getMessage());
            return ExitCode.FAILED;
        }
        if (failure instanceof StoreException || failure instanceof DiskFullException) {
            terminal.err().println(failure.getMessage());
            return ExitCode.FAILED;
        }
        if (failure instanceof UncheckedIOException || failure instanceof IOException) {
            terminal.err().println(failure.getMessage() + causeOf(failure));
            return ExitCode.FAILED;
        }
        LOG.error("a fault of the program; please report it with these lines", failure);
        return ExitCode.FAILED;
    }

    private static String causeOf(Exception failure) {
        Throwable cause = failure.getCause();
        return cause == null ? "" : ": " + cause.getMessage();
    }
}
