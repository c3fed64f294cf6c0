package vn.nhip.kit.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Gathers the problems of many values and files, so that all of them are told at once. */
public final class YamlProblems {

    private final Set<String> problems = new LinkedHashSet<>();

    /** What the reader gives, or nothing when it finds a problem; the problem is kept. */
    public <T> Optional<T> attempt(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (YamlException refused) {
            problems.addAll(refused.problems());
            return Optional.empty();
        }
    }

    public void add(YamlException problem) {
        problems.addAll(problem.problems());
    }

    public void add(YamlNode where, String message) {
        add(where.problem(message));
    }

    /** Throws when there is at least one problem. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new YamlException(List.copyOf(problems));
        }
    }
}
