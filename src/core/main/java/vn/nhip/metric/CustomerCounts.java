package vn.nhip.metric;

import java.util.ArrayList;
import java.util.List;
import vn.nhip.spi.Grain;

/** All counts that customers contribute to. */
final class CustomerCounts {

    /** Distinct buyers of one metric by week or month; the bit says which order days count. */
    record Buyers(String metric, int bit, Grain grain, Periods periods, Counter counter) {
        private void add(Activity activity, int sign) {
            int last = Integer.MIN_VALUE;
            for (int i = 0; i < activity.orderDays().length; i++) {
                int period = periods.index(activity.orderDays()[i]);
                if (period != last && ((activity.masks()[i] >> bit) & 1) != 0) {
                    counter.add(period, sign);
                    last = period;
                }
            }
        }
    }

    private final List<ActivityCounts> windows;
    private final List<Buyers> buyers = new ArrayList<>();
    private final Counter news = new Counter();

    CustomerCounts(List<ActivityCounts> windows) {
        this.windows = windows;
    }

    void countBuyers(String metric, int bit, Grain grain, Periods periods) {
        buyers.add(new Buyers(metric, bit, grain, periods, new Counter()));
    }

    void add(Activity activity, int sign) {
        if (activity.isEmpty()) {
            return;
        }
        news.add(activity.firstDay(), sign);
        for (ActivityCounts window : windows) {
            window.add(activity, sign);
        }
        for (Buyers of : buyers) {
            of.add(activity, sign);
        }
    }

    List<ActivityCounts> windows() {
        return windows;
    }

    List<Buyers> buyers() {
        return buyers;
    }

    /** New customers by epoch day. */
    Counter news() {
        return news;
    }
}
