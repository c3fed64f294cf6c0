package vn.nhip.sandbox.face.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Reports under way: each is ready after a few looks, unless its fate is another. */
final class Jobs {

    private static final long FIRST = 610_000_000_000L;

    private record Job(JobFate fate, List<JsonNode> rows, AtomicInteger looks) {}

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final List<GraphReport> ordered = new CopyOnWriteArrayList<>();
    private volatile JobFates fates = JobFates.good();

    void fates(JobFates next) {
        fates = next;
    }

    String order(GraphReport report, List<JsonNode> rows) {
        ordered.add(report);
        int number = ordered.size();
        String id = Long.toString(FIRST + number);
        jobs.put(id, new Job(fates.of(number - 1, report), List.copyOf(rows), new AtomicInteger()));
        return id;
    }

    boolean has(String id) {
        return jobs.containsKey(id);
    }

    /** The rows as they were counted when the report was ordered. */
    List<JsonNode> rows(String id) {
        return job(id).rows();
    }

    String status(String id) {
        Job job = job(id);
        int look = job.looks().incrementAndGet();
        return switch (job.fate()) {
            case GOOD -> look < 2 ? "Job Running" : "Job Completed";
            case FAILED -> look < 2 ? "Job Running" : "Job Failed";
            case SKIPPED -> "Job Skipped";
            case STUCK -> "Job Running";
        };
    }

    private Job job(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw new IllegalArgumentException("Unknown report");
        }
        return job;
    }

    List<GraphReport> ordered() {
        return List.copyOf(ordered);
    }
}
