package vn.nhip.metric;

/** What customers contribute to the counts of one window: became active, ceased to be, came back. */
final class ActivityCounts {

    private final ActiveWindow window;
    private final Periods periods;
    private final Counter changes = new Counter();
    private final Counter returned = new Counter();

    ActivityCounts(ActiveWindow window, Periods periods) {
        this.window = window;
        this.periods = periods;
    }

    ActiveWindow window() {
        return window;
    }

    Periods periods() {
        return periods;
    }

    Counter changes() {
        return changes;
    }

    Counter returned() {
        return returned;
    }

    /** Adds one customer's contribution, or takes it away with a sign of −1. */
    void add(Activity activity, int sign) {
        new Walk(activity, sign).run();
    }

    /** Joins order days and spans, in order of their first days, into ranges of periods. */
    private final class Walk {
        private final int[] orders;
        private final int[] spans;
        private final int sign;
        private int order;
        private int span;
        private int first = Integer.MAX_VALUE;
        private int last = Integer.MIN_VALUE;
        private int lastOrdered = Integer.MIN_VALUE;

        private Walk(Activity activity, int sign) {
            this.orders = activity.orderDays();
            this.spans = activity.spans();
            this.sign = sign;
        }

        private void run() {
            while (order < orders.length || span < spans.length) {
                if (span >= spans.length || (order < orders.length && orders[order] < spans[span])) {
                    int day = orders[order++];
                    ordered(periods.index(day));
                    cover(periods.index(day), periods.last(day));
                } else {
                    int until = spans[span + 1];
                    int through = until == Activity.OPEN ? Activity.OPEN : periods.last(until);
                    cover(periods.index(spans[span]), through);
                    span += 2;
                }
            }
            close();
        }

        /** An order brings back whoever was active at the end of the period before. */
        private void ordered(int period) {
            if (period != lastOrdered && first < period && last >= period - 1) {
                returned.add(period, sign);
            }
            lastOrdered = period;
        }

        private void cover(int from, int to) {
            if (to < from) {
                return;
            }
            if (last != Activity.OPEN && (first > last || from > last + 1)) {
                close();
                first = from;
                last = to;
            } else {
                last = Math.max(last, to);
            }
        }

        private void close() {
            if (first <= last) {
                changes.add(first, sign);
                if (last != Activity.OPEN) {
                    changes.add(last + 1, -sign);
                }
            }
        }
    }
}
