package vn.nhip.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** One command, run through the real command line, with what it printed. */
record NhipRun(int code, String out, String err) {

    static NhipRun nhip(Path home, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false),
                Map.of("NHIP_HOME", home.toString()),
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
