package vn.nhip.cli;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.Secret;

/** Takes secrets from a file or asks for them, unseen; never from the command line, which every process may read. */
final class SecretInput {

    private static final long LARGEST = 64 * 1024;

    private final Terminal terminal;

    SecretInput(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Thirty-two random bytes as a Standard Webhook writes them. */
    static Secret made() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Secret.of("whsec_" + Base64.getEncoder().encodeToString(bytes));
    }

    /** The content of the file, without the line's end. */
    Secret file(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new CommandException(ExitCode.USAGE, file + " is no small file with a secret in it.");
            }
            return of(Files.readString(file), file.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** From the file, else from the environment's value, else asked. */
    Secret given(@Nullable Path file, Optional<String> environment, String question) {
        return file != null
                ? file(file)
                : environment.map(value -> of(value, question)).orElseGet(() -> asked(question));
    }

    Secret asked(String question) {
        terminal.err().print(question + ": ");
        terminal.err().flush();
        return of(
                Optional.ofNullable(System.console())
                        .filter(console -> terminal.interactive())
                        .map(SecretInput::unseen)
                        .orElseGet(this::line),
                question);
    }

    private static String unseen(Console console) {
        char[] typed = console.readPassword();
        return typed == null ? "" : new String(typed);
    }

    private String line() {
        try {
            String line = terminal.in().readLine();
            return line == null ? "" : line;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the answer", unreadable);
        }
    }

    private static Secret of(String text, String where) {
        if (text.isBlank()) {
            throw new CommandException(ExitCode.USAGE, where + ": nothing was given.");
        }
        return Secret.of(text.strip());
    }
}
