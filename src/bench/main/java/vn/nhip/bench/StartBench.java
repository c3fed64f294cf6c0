package vn.nhip.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How long the launcher takes from the command line to its end: {@code StartBench TIMES HOME}, with
 * {@code -Dnhip.install} naming the checkout and a home that {@code nhip demo} has filled.
 *
 * <p>Every command runs once before it counts, so that the build is done and the class archive written.
 */
public final class StartBench {

    private static final PrintStream OUT = System.out;
    private static final List<String> COMMANDS = List.of("--version", "kpi", "doctor");

    private StartBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int times = Integer.parseInt(arguments[0]);
        for (String command : COMMANDS) {
            run(command, arguments[1]);
        }
        for (String command : COMMANDS) {
            double[] seconds = new double[times];
            for (int i = 0; i < times; i++) {
                seconds[i] = run(command, arguments[1]);
            }
            Arrays.sort(seconds);
            OUT.printf("nhip %s: %.2f s (median), %.2f s (slowest)%n", command, seconds[times / 2], seconds[times - 1]);
        }
    }

    private static double run(String command, String home) throws IOException, InterruptedException {
        String launcher =
                Path.of(System.getProperty("nhip.install", "."), "nhip").toString();
        ProcessBuilder builder = new ProcessBuilder(launcher, command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("NHIP_HOME", home);
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException("nhip " + command + " ended with " + code);
        }
        return seconds;
    }
}
