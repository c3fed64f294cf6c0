package vn.nhip.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.incident.Task;
import vn.nhip.kpi.KpiValue;
import vn.nhip.note.Note;
import vn.nhip.season.Occasions;
import vn.nhip.spi.Grain;

/** What stands at the periods of a chart beside their values: what was done, what people noted, days that are not like others. */
record Marks(Map<LocalDate, List<Mark>> byStart) {

    enum Kind {
        DONE,
        NOTE,
        OCCASION
    }

    record Mark(Kind kind, String text) {}

    static Marks of(Grain grain, List<KpiValue> values, List<Task> outcomes, List<Note> notes, Wording words) {
        NavigableMap<LocalDate, List<Mark>> marks = new TreeMap<>();
        if (values.isEmpty()) {
            return new Marks(marks);
        }
        LocalDate last = values.get(values.size() - 1).start();
        outcomes.forEach(task -> task.endedOn()
                .ifPresent(day -> add(
                        marks,
                        grain.startOf(day.isAfter(last) ? last : day),
                        new Mark(Kind.DONE, words.day(Optional.of(day)) + ": " + task.outcome()))));
        notes.forEach(note -> add(
                marks,
                grain.startOf(note.day().isAfter(last) ? last : note.day()),
                new Mark(Kind.NOTE, words.day(Optional.of(note.day())) + ": " + note.text())));
        occasions(grain, values.get(0).start(), grain.endOf(last), words).forEach((day, name) -> {
            add(marks, grain.startOf(day), new Mark(Kind.OCCASION, name));
        });
        return new Marks(marks);
    }

    private static void add(Map<LocalDate, List<Mark>> marks, LocalDate start, Mark mark) {
        marks.computeIfAbsent(start, any -> new ArrayList<>()).add(mark);
    }

    /** A month has so many of them that only Tết says something about it. */
    private static Map<LocalDate, String> occasions(Grain grain, LocalDate first, LocalDate last, Wording words) {
        Occasions occasions = Occasions.between(first, last);
        Map<LocalDate, String> names = new TreeMap<>();
        first.datesUntil(last.plusDays(1)).forEach(day -> occasions
                .on(day)
                .filter(key -> grain != Grain.MONTH || key.equals("tet+0"))
                .map(key -> "web.occasion." + key)
                .filter(words.labels()::has)
                .ifPresent(key -> names.put(day, words.text(key))));
        return names;
    }

    /** The kind that matters most at a period; empty where there is nothing. */
    String kind(LocalDate start) {
        return at(start).stream()
                .map(Mark::kind)
                .min(Kind::compareTo)
                .map(Card::id)
                .orElse("");
    }

    String text(LocalDate start) {
        return String.join(" · ", at(start).stream().map(Mark::text).toList());
    }

    List<String> of(Kind kind, LocalDate start) {
        return at(start).stream()
                .filter(mark -> mark.kind() == kind)
                .map(Mark::text)
                .toList();
    }

    private List<Mark> at(LocalDate start) {
        return byStart.getOrDefault(start, List.of());
    }
}
