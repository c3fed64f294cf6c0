package vn.nhip.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nhip.kpi.KpiValue;

/**
 * What people noted beside a KPI in the time that its chart shows, the latest day first.
 *
 * <p>Shape: {@code back} is the address of the page as it is looked at; {@code day} is proposed for a new note.
 */
record NotesPanel(String back, String day, List<Line> lines) {

    record Line(long id, String day, String text, String by, String at, boolean ofAll) {}

    static NotesPanel of(KpiPage.Subject subject, Wording words) {
        List<KpiValue> values = subject.report().values();
        int periods = subject.asked().periods();
        LocalDate from = values.isEmpty()
                ? LocalDate.MIN
                : values.get(Math.max(0, values.size() - periods)).start();
        return new NotesPanel(
                subject.asked().address(),
                KpiPage.shown(subject.report(), subject.asked().grain())
                        .map(value -> value.end().toString())
                        .orElse(""),
                subject.notes().stream()
                        .filter(note -> !note.day().isBefore(from))
                        .map(note -> new Line(
                                note.id(),
                                words.day(Optional.of(note.day())),
                                note.text(),
                                note.by(),
                                words.moment(Optional.of(note.at())),
                                note.kpi().isEmpty()))
                        .toList());
    }
}
