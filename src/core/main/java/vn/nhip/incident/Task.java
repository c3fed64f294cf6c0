package vn.nhip.incident;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.catalogue.Texts;

/** Something to do about an incident: by whom, until when, and what came of it. */
public record Task(
        long id,
        long incident,
        Texts text,
        String owner,
        Optional<LocalDate> due,
        State state,
        String outcome,
        Optional<LocalDate> endedOn) {

    /** What is to be done, before it is kept. */
    record Plan(Texts text, String owner, Optional<LocalDate> due) {}

    public enum State {
        TO_DO,
        DONE,
        DROPPED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
