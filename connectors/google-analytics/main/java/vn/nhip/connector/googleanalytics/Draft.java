package vn.nhip.connector.googleanalytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.Rejected;

/** The page that comes out of one answer. */
final class Draft {

    private final Answer answer;
    private final List<Envelope> facts = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<String> drift = new ArrayList<>();
    private long leftOut;

    Draft(Answer answer) {
        this.answer = answer;
    }

    void add(String at, Fact fact) {
        facts.add(new Envelope(fact, 0, at));
    }

    void reject(Rejected row) {
        rejected.add(row);
    }

    void leaveOut(long rows) {
        leftOut += rows;
    }

    void note(String words) {
        drift.add(words);
    }

    Page page(Optional<Cursor> next) {
        long read = answer.rows().size();
        Page.Counts counts = new Page.Counts(read, leftOut, read - leftOut - rejected.size());
        return new Page(facts, List.of(), rejected, counts, answer.raw(), next, Optional.empty(), answer.notes(drift));
    }
}
