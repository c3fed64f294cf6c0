package vn.nhip.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts.Action;
import vn.nhip.catalogue.Texts.Trigger;
import vn.nhip.kpi.KpiValue;

/** Where a KPI dropped or rose more than usual. */
public final class Moves {

    private Moves() {}

    /** What the method sees of a KPI: whole periods that can be judged, in order. */
    public static List<Point> points(Kpi kpi, List<KpiValue> values) {
        return values.stream()
                .filter(value -> value.value().isPresent() && !value.standing().partial())
                .filter(value -> enough(kpi, value))
                .map(value -> new Point(
                        value.start(),
                        value.value().orElseThrow().doubleValue(),
                        kpi.unit() == vn.nhip.catalogue.Unit.RATIO
                                ? value.denominator().map(Number::doubleValue).orElse(0.0)
                                : 1))
                .toList();
    }

    private static boolean enough(Kpi kpi, KpiValue value) {
        return value.denominator()
                .map(sample -> sample.longValue() >= kpi.minimumSample())
                .orElse(true);
    }

    /** Each whole period judged by those before it. */
    public static List<Judged> judge(Kpi kpi, List<KpiValue> values) {
        List<Point> points = points(kpi, values);
        return Watch.judge(Scale.of(kpi.unit(), points), kpi.cadence(), points);
    }

    /** Episodes of the directions that anybody wants to hear of. */
    public static List<Episode> episodes(Kpi kpi, List<KpiValue> values) {
        List<Point> points = points(kpi, values);
        return Watch.episodes(Scale.of(kpi.unit(), points), kpi.cadence(), points).stream()
                .filter(episode -> cause(kpi, episode).isPresent())
                .toList();
    }

    /** An unwelcome move always, a welcome one where the guide says what to do about it. */
    static Optional<Trigger> cause(Kpi kpi, Episode episode) {
        Set<Trigger> named = kpi.guide().actions().stream().map(Action::trigger).collect(Collectors.toSet());
        Trigger move = episode.isDrop() ? Trigger.DROP : Trigger.RISE;
        boolean unwelcome = kpi.good() == (episode.isDrop() ? Kpi.Good.UP : Kpi.Good.DOWN);
        if (unwelcome || named.contains(move)) {
            return Optional.of(move);
        }
        return Optional.of(Trigger.RISE_WITHOUT_RESULT).filter(any -> !episode.isDrop() && named.contains(any));
    }

    static List<Signal> of(Kpi kpi, List<KpiValue> values, Results results) {
        List<Signal> signals = new ArrayList<>();
        for (Episode episode : episodes(kpi, values)) {
            Trigger cause = cause(kpi, episode).orElseThrow();
            if (cause != Trigger.RISE_WITHOUT_RESULT || results.missing(values, episode)) {
                signals.add(new Signal(
                        kpi.id(),
                        kpi.cadence(),
                        cause,
                        episode.first().point().start(),
                        episode.last().point().start(),
                        episode.isSevere(),
                        Evidence.of(episode.worst()),
                        episode.over().map(by -> ending(episode, by))));
            }
        }
        return signals;
    }

    /** Back where it was, or the usual has moved to where it went. */
    private static Ending ending(Episode episode, Judged by) {
        double value = by.point().value();
        boolean back =
                value >= episode.first().low() && value <= episode.first().high();
        return back ? Ending.CALM : Ending.NEW_LEVEL;
    }
}
