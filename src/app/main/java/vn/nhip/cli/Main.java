package vn.nhip.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;

/** Runs one command and ends with its exit code. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int code = run(new Terminal(in, out, err, Boolean.getBoolean("nhip.terminal")), System.getenv(), arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    static int run(Terminal terminal, Map<String, String> environment, String... arguments) {
        return run(new Surroundings(terminal, environment, Clock.systemUTC()), arguments);
    }

    static int run(Surroundings surroundings, String... arguments) {
        Terminal terminal = surroundings.terminal();
        CommandLine line = new CommandLine(new NhipCommand(), new CommandFactory(surroundings));
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(new Failures(terminal));
        return line.execute(arguments);
    }
}
