package vn.nhip.kit.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.nhip.kit.yaml.YamlException;

/** Collects every problem of a mapping, so that they are reported together. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(YamlException problem) {
        found.addAll(problem.problems());
    }

    /** The value, or nothing when making it met a problem, which is kept. */
    <T> Optional<T> attempt(Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (YamlException problem) {
            add(problem);
            return Optional.empty();
        }
    }

    void throwAny() {
        if (!found.isEmpty()) {
            throw new YamlException(found.stream().distinct().toList());
        }
    }
}
