package vn.nhip.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts.Trigger;
import vn.nhip.incident.Incident;
import vn.nhip.incident.Judged;
import vn.nhip.incident.Moves;
import vn.nhip.kpi.KpiValue;

/**
 * The part of a KPI's course around an incident, drawn as paths in a box of {@link #WIDTH} × {@link #HEIGHT}: the line, what
 * was to be expected as a band, and the points that were off.
 */
record Stretch(String line, String band, String off) {

    static final int WIDTH = 640;
    static final int HEIGHT = 120;
    private static final int MARGIN = 8;
    private static final int BEFORE = 30;
    private static final int AFTER = 14;

    /** Of at least two points. */
    static Optional<Stretch> of(Kpi kpi, List<KpiValue> values, Incident incident) {
        List<Judged> judged = Moves.judge(kpi, values);
        List<Judged> shown = around(judged, incident);
        if (shown.size() < 2) {
            return Optional.empty();
        }
        boolean banded = incident.cause() != Trigger.BELOW_TARGET;
        double target = incident.evidence().expected();
        ToDoubleFunction<Judged> low = point -> banded ? point.low() : target;
        ToDoubleFunction<Judged> high = point -> banded ? point.high() : target;
        double least = shown.stream()
                .mapToDouble(point -> Math.min(point.point().value(), low.applyAsDouble(point)))
                .min()
                .orElseThrow();
        double most = shown.stream()
                .mapToDouble(point -> Math.max(point.point().value(), high.applyAsDouble(point)))
                .max()
                .orElseThrow();
        Box box = new Box(least, Math.max(most - least, 1e-12), shown.size());
        return Optional.of(new Stretch(
                box.path(shown, point -> point.point().value()),
                box.band(shown, low, high),
                box.marks(shown, incident)));
    }

    private static List<Judged> around(List<Judged> judged, Incident incident) {
        int first = index(judged, incident.start());
        int last = index(judged, incident.last());
        return judged.subList(Math.max(0, first - BEFORE), Math.min(judged.size(), last + AFTER));
    }

    private static int index(List<Judged> judged, LocalDate start) {
        int index = 0;
        while (index < judged.size() && judged.get(index).point().start().isBefore(start)) {
            index++;
        }
        return index;
    }

    private record Box(double least, double span, int count) {

        String at(int index, double value) {
            double x = MARGIN + (WIDTH - 2.0 * MARGIN) * index / (count - 1);
            double y = HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * (value - least) / span;
            return String.format(Locale.ROOT, "%.1f %.1f", x, y);
        }

        String path(List<Judged> points, ToDoubleFunction<Judged> value) {
            List<String> steps = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                steps.add(at(i, value.applyAsDouble(points.get(i))));
            }
            return "M" + String.join("L", steps);
        }

        String band(List<Judged> points, ToDoubleFunction<Judged> low, ToDoubleFunction<Judged> high) {
            StringBuilder back = new StringBuilder(path(points, high));
            for (int i = points.size() - 1; i >= 0; i--) {
                back.append('L').append(at(i, low.applyAsDouble(points.get(i))));
            }
            return back.append('Z').toString();
        }

        String marks(List<Judged> points, Incident incident) {
            StringBuilder marks = new StringBuilder();
            for (int i = 0; i < points.size(); i++) {
                LocalDate start = points.get(i).point().start();
                if (!start.isBefore(incident.start()) && !start.isAfter(incident.last())) {
                    marks.append('M')
                            .append(at(i, points.get(i).point().value()))
                            .append("h0");
                }
            }
            return marks.toString();
        }
    }
}
