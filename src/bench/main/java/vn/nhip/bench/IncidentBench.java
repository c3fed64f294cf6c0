package vn.nhip.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import vn.nhip.incident.Episode;
import vn.nhip.incident.Scale;
import vn.nhip.incident.Watch;
import vn.nhip.season.Occasions;
import vn.nhip.spi.Grain;

/**
 * How well incidents are found in made-up series of days, of two kinds; the same figures at every run.
 *
 * <p>The argument is the number of the first series: the method's few numbers were chosen on 0 to 159, so others show
 * what they are worth.
 */
public final class IncidentBench {

    private static final int SERIES = 160;

    private int events;
    private int seen;
    private int episodes;
    private int right;
    private final Map<Double, int[]> bySize = new TreeMap<>();
    private final Map<String, int[]> byKind = new TreeMap<>();

    private IncidentBench() {}

    public static void main(String[] arguments) {
        int first = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        PrintStream out = System.out;
        run("shops", first, ShopDays::make, out);
        run("markets", first, MarketDays::make, out);
    }

    private static void run(String name, int first, BiFunction<Integer, Boolean, Disturbed> make, PrintStream out) {
        IncidentBench bench = new IncidentBench();
        long calm = 0;
        for (int number = first; number < first + SERIES; number++) {
            bench.add(make.apply(number, true));
            calm += bench.calmAtTet(make.apply(number, false)) ? 1 : 0;
        }
        double months = SERIES * ShopDays.JUDGED / 30.0;
        out.printf(
                Locale.ROOT,
                "%s: %d series, %d events: recall %.3f, precision %.3f, false incidents per metric and 30 days %.3f,"
                        + " series without an incident at Tet %.3f%n",
                name,
                SERIES,
                bench.events,
                (double) bench.seen / bench.events,
                (double) bench.right / bench.episodes,
                (bench.episodes - bench.right) / months,
                (double) calm / SERIES);
        bench.bySize.forEach((size, found) ->
                out.printf(Locale.ROOT, "  %,8.0f a day: recall %.3f%n", size, (double) found[0] / found[1]));
        bench.byKind.forEach(
                (kind, found) -> out.printf(Locale.ROOT, "  %8s: recall %.3f%n", kind, (double) found[0] / found[1]));
    }

    private void add(Disturbed series) {
        List<Episode> found = judged(series);
        episodes += found.size();
        right += (int) found.stream()
                .filter(episode -> series.events().stream().anyMatch(event -> meets(episode, event)))
                .count();
        for (Disturbed.Event event : series.events()) {
            boolean met = found.stream().anyMatch(episode -> meets(episode, event));
            events++;
            seen += met ? 1 : 0;
            count(bySize.computeIfAbsent(series.usual(), size -> new int[2]), met);
            count(byKind.computeIfAbsent(event.kind(), kind -> new int[2]), met);
        }
    }

    private static void count(int[] found, boolean met) {
        found[0] += met ? 1 : 0;
        found[1]++;
    }

    /** Whether an incident opened while the event could be seen. */
    private static boolean meets(Episode episode, Disturbed.Event event) {
        LocalDate opened = episode.first().point().start();
        return !opened.isBefore(event.first()) && !opened.isAfter(event.last());
    }

    private static List<Episode> judged(Disturbed series) {
        LocalDate from = ShopDays.FIRST.plusDays(ShopDays.DAYS - ShopDays.JUDGED);
        return Watch.episodes(Scale.COUNT, Grain.DAY, series.points()).stream()
                .filter(episode -> !episode.first().point().start().isBefore(from))
                .toList();
    }

    /** Of a series to which nothing was done: whether nothing opened from three weeks before Tết to two after. */
    private boolean calmAtTet(Disturbed undisturbed) {
        return judged(undisturbed).stream()
                .map(episode -> Occasions.fromTet(episode.first().point().start()))
                .noneMatch(offset -> offset >= -21 && offset <= 14);
    }
}
