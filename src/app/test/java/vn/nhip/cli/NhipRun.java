package vn.nhip.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One command, run through the real command line, with what it printed. */
record NhipRun(int code, String out, String err) {

    static NhipRun nhip(Path home, String... arguments) {
        return answering(List.of(), home, arguments);
    }

    /** At another time than now. */
    static NhipRun at(Clock clock, Path home, String... arguments) {
        return run(clock, List.of(), home, arguments);
    }

    /** With somebody, or another program, who answers what is asked. */
    static NhipRun answering(List<String> lines, Path home, String... arguments) {
        return run(Clock.systemUTC(), lines, home, arguments);
    }

    private static NhipRun run(Clock clock, List<String> lines, Path home, String... arguments) {
        BufferedReader in = new BufferedReader(new StringReader(String.join("\n", lines)));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new Surroundings(
                        new Terminal(in, new PrintWriter(out, true), new PrintWriter(err, true), false),
                        Map.of("NHIP_HOME", home.toString()),
                        clock),
                arguments);
        return new NhipRun(code, out.toString(), err.toString());
    }

    NhipRun done() {
        if (code != ExitCode.DONE) {
            throw new AssertionError("exit code " + code + "\n" + out + "\n" + err);
        }
        return this;
    }

    /** The values that {@code kpi --json} printed, by first day of their period. */
    Map<String, JsonNode> byStart() {
        try {
            Map<String, JsonNode> values = new TreeMap<>();
            for (JsonNode value : new ObjectMapper().readTree(out)) {
                values.put(value.get("start").asText(), value);
            }
            return values;
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON: " + out, broken);
        }
    }
}
