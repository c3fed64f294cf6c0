package vn.nhip.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How long {@code nhip serve} takes until it says that it runs, and what memory it holds when nothing is to be done:
 * {@code ServeBench TIMES HOME}, with {@code -Dnhip.install} naming the checkout and a home that {@code nhip demo} has
 * filled. Memory is read on Linux only.
 */
public final class ServeBench {

    private static final PrintStream OUT = System.out;
    private static final int IDLE_SECONDS = 20;

    private ServeBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int times = Integer.parseInt(arguments[0]);
        serve(arguments[1], false);
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            seconds[i] = serve(arguments[1], i == times - 1);
        }
        Arrays.sort(seconds);
        OUT.printf("nhip serve ready: %.2f s (median), %.2f s (slowest)%n", seconds[times / 2], seconds[times - 1]);
    }

    private static double serve(String home, boolean idle) throws IOException, InterruptedException {
        String launcher =
                Path.of(System.getProperty("nhip.install", "."), "nhip").toString();
        ProcessBuilder builder =
                new ProcessBuilder(launcher, "serve", "--port", "0").redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("NHIP_HOME", home);
        long start = System.nanoTime();
        Process service = builder.start();
        try (BufferedReader said = service.inputReader()) {
            String first = said.readLine();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (first == null) {
                throw new IllegalStateException("nhip serve ended with " + service.waitFor());
            }
            if (idle) {
                TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                memory(service.pid());
            }
            return seconds;
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static void memory(long process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process), "status");
        if (Files.isReadable(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                    .forEach(OUT::println);
        }
    }
}
