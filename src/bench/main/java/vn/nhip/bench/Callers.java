package vn.nhip.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** People who open pages at a fixed pace, whether earlier pages have come or not: a slow answer makes none wait that is counted. */
final class Callers {

    private static final int A_SECOND = 20;

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Callers(URI base) {
        this.base = base;
    }

    /** Milliseconds from when each request was due; how many were no page. */
    record Times(int many, double half, double most, double nearlyAll, double slowest, long errors) {

        static Times of(long[] sortedNanos, long errors) {
            return new Times(
                    sortedNanos.length,
                    millis(sortedNanos, 0.5),
                    millis(sortedNanos, 0.95),
                    millis(sortedNanos, 0.99),
                    millis(sortedNanos, 1),
                    errors);
        }

        private static double millis(long[] sortedNanos, double share) {
            int index = (int) Math.ceil(share * sortedNanos.length) - 1;
            return sortedNanos[Math.max(0, index)] / 1e6;
        }

        @Override
        public String toString() {
            return "%d requests at %d a second: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, slowest %.1f ms, %d errors"
                    .formatted(many, A_SECOND, half, most, nearlyAll, slowest, errors);
        }
    }

    /** Opens the pages in turn for so long. */
    Times run(List<String> paths, int seconds) throws InterruptedException {
        int many = seconds * A_SECOND;
        List<CompletableFuture<Long>> calls = new java.util.ArrayList<>();
        boolean[] failed = new boolean[many];
        long start = System.nanoTime();
        for (int i = 0; i < many; i++) {
            long due = start + i * 1_000_000_000L / A_SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            calls.add(call(paths.get(i % paths.size()), due, failed, i));
        }
        long[] nanos = calls.stream().mapToLong(CompletableFuture::join).toArray();
        Arrays.sort(nanos);
        return Times.of(nanos, IntStream.range(0, many).filter(i -> failed[i]).count());
    }

    private CompletableFuture<Long> call(String path, long due, boolean[] failed, int index) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).handle((answer, fault) -> {
            failed[index] = fault != null || answer.statusCode() != 200;
            return System.nanoTime() - due;
        });
    }
}
