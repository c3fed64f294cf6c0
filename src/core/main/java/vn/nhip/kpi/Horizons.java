package vn.nhip.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.nhip.metric.Coverage;
import vn.nhip.metric.Marks;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.FactKind;

/**
 * Sees how far each source reached at the last refresh and now: the days between decide whether a period is whole,
 * settled, or there at all, although no fact of it changed.
 */
final class Horizons {

    static final LocalDate EVER = LocalDate.of(1, 1, 1);

    /** Stretches of days whose periods must be looked at again, by fact kind. */
    private final Map<FactKind, List<DayRange>> moved = new EnumMap<>(FactKind.class);

    private Horizons() {}

    /** Compares with the marks, and keeps the new state in them. */
    static Horizons update(Scene scene, Marks marks) {
        Horizons horizons = new Horizons();
        LocalDate today = scene.workspace().today();
        Optional<LocalDate> lastToday = day(marks.get("today"));
        marks.set("today", today.toString());
        for (FactKind kind : FactKind.values()) {
            Coverage coverage = scene.coverage().of(kind);
            String name = "coverage:" + kind.id();
            Optional<Horizon> before = Horizon.parse(marks.get(name));
            Horizon now = Horizon.of(coverage);
            marks.set(name, now.toString());
            horizons.compare(kind, before, now, today);
            lastToday
                    .filter(day -> !day.equals(today))
                    .ifPresent(day -> horizons.add(kind, earlier(day, today), later(day, today)));
        }
        return horizons;
    }

    List<DayRange> moved(FactKind kind) {
        return moved.getOrDefault(kind, List.of());
    }

    private void compare(FactKind kind, Optional<Horizon> before, Horizon now, LocalDate today) {
        if (before.filter(now::equals).isPresent()) {
            return;
        }
        if (before.isEmpty() || before.get().restated() != now.restated()) {
            add(kind, EVER, today);
            return;
        }
        Horizon old = before.get();
        Set<Long> accounts = new TreeSet<>(old.accounts().keySet());
        accounts.addAll(now.accounts().keySet());
        for (long account : accounts) {
            DayRange was = old.accounts().get(account);
            DayRange is = now.accounts().get(account);
            if (was == null || is == null) {
                add(kind, EVER, today);
            } else if (!was.equals(is)) {
                add(kind, earlier(was.first(), is.first()), later(was.first(), is.first()));
                add(kind, earlier(was.last(), is.last()), later(today, later(was.last(), is.last())));
            }
        }
        if (!old.complete().equals(now.complete())) {
            completed(kind, old, now, today);
        }
    }

    private void completed(FactKind kind, Horizon old, Horizon now, LocalDate today) {
        if (old.complete().isEmpty() || now.complete().isEmpty()) {
            add(kind, EVER, today);
            return;
        }
        LocalDate from = earlier(old.complete().get(), now.complete().get());
        LocalDate to = later(old.complete().get(), now.complete().get());
        add(kind, from, later(today, to));
        add(kind, from.minusDays(now.restated()), to.minusDays(now.restated()));
    }

    private void add(FactKind kind, LocalDate first, LocalDate last) {
        moved.computeIfAbsent(kind, any -> new ArrayList<>()).add(new DayRange(first, later(first, last)));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    /** One kind's reach as text: restated days; complete through; account first last; … */
    private record Horizon(int restated, Optional<LocalDate> complete, Map<Long, DayRange> accounts) {

        private static Horizon of(Coverage coverage) {
            return new Horizon(coverage.restatedDays(), coverage.completeThrough(), coverage.accounts());
        }

        private static Optional<Horizon> parse(String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            List<String> parts = List.of(text.split(";", -1));
            Map<Long, DayRange> accounts = new java.util.TreeMap<>();
            for (String account : parts.subList(2, parts.size())) {
                List<String> words = List.of(account.split(" ", -1));
                accounts.put(
                        Long.valueOf(words.get(0)),
                        new DayRange(LocalDate.parse(words.get(1)), LocalDate.parse(words.get(2))));
            }
            return Optional.of(new Horizon(Integer.parseInt(parts.get(0)), day(parts.get(1)), accounts));
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(restated + ";");
            complete.ifPresent(text::append);
            accounts.forEach((account, days) -> text.append(';')
                    .append(account)
                    .append(' ')
                    .append(Objects.requireNonNull(days).first())
                    .append(' ')
                    .append(days.last()));
            return text.toString();
        }
    }
}
