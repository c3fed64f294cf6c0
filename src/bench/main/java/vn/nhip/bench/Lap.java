package vn.nhip.bench;

import java.lang.management.ManagementFactory;

/** Time since its start: on the clock, and computed by all threads, which is what counts where other work runs too. */
record Lap(long clock, double cpu) {

    static Lap start() {
        return new Lap(System.nanoTime(), cpuNow());
    }

    double seconds() {
        return (System.nanoTime() - clock) / 1e9;
    }

    double cpuSeconds() {
        return cpuNow() - cpu;
    }

    /** {@code in 2.10 s = 476,190 rows/s, CPU 3.20 s}. */
    String of(long many, String what) {
        double seconds = seconds();
        return "in %.2f s = %,.0f %s/s, CPU %.2f s".formatted(seconds, many / seconds, what, cpuSeconds());
    }

    private static double cpuNow() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
