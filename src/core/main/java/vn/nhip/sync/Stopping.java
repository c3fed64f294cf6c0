package vn.nhip.sync;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The word to stop one run, and why; the first word counts. */
final class Stopping {

    private volatile @Nullable RunStoppedException word;

    synchronized void say(RunStoppedException why) {
        if (word == null) {
            word = why;
        }
    }

    Optional<RunStoppedException> word() {
        return Optional.ofNullable(word);
    }
}
