package vn.nhip.web.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.kpi.KpiValue;

/**
 * A small line of the last values, drawn as paths in a box of {@link #WIDTH} × {@link #HEIGHT}.
 *
 * <p>Shape: an undefined value is a gap; {@code running} leads from the last whole period to the one that is not over.
 */
record Sparkline(String whole, String running, Point last) {

    static final int WIDTH = 132;
    static final int HEIGHT = 36;
    private static final int MARGIN = 4;

    record Point(String x, String y) {}

    /** The line of at least two defined values. */
    static Optional<Sparkline> of(List<KpiValue> values) {
        List<BigDecimal> defined =
                values.stream().flatMap(value -> value.value().stream()).toList();
        if (defined.size() < 2) {
            return Optional.empty();
        }
        double low = defined.stream().min(BigDecimal::compareTo).orElseThrow().doubleValue();
        double high = defined.stream().max(BigDecimal::compareTo).orElseThrow().doubleValue();
        StringBuilder whole = new StringBuilder();
        StringBuilder running = new StringBuilder();
        Point last = new Point("0", "0");
        boolean open = false;
        for (int i = 0; i < values.size(); i++) {
            Optional<BigDecimal> number = values.get(i).value();
            if (number.isEmpty()) {
                open = false;
                continue;
            }
            Point point = point(i, values.size(), (number.get().doubleValue() - low) / Math.max(high - low, 1e-12));
            if (values.get(i).standing().partial() && open) {
                running.append("M").append(last.x()).append(' ').append(last.y());
                running.append("L").append(point.x()).append(' ').append(point.y());
            } else {
                whole.append(open ? "L" : "M").append(point.x()).append(' ').append(point.y());
            }
            open = true;
            last = point;
        }
        return Optional.of(new Sparkline(whole.toString(), running.toString(), last));
    }

    private static Point point(int index, int count, double height) {
        double x = MARGIN + (WIDTH - 2.0 * MARGIN) * index / (count - 1);
        double y = HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * height;
        return new Point(String.format(Locale.ROOT, "%.1f", x), String.format(Locale.ROOT, "%.1f", y));
    }
}
