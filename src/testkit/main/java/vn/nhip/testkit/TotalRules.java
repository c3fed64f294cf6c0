package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Scope;
import vn.nhip.spi.TrafficDay;

/** Rule 5: the parts of a day, with a visible remainder among them, are its total. Users are never added. */
abstract class TotalRules extends Rules {

    TotalRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void trafficPartsMakeTheTotal() throws Exception {
        Map<String, Sums> days = new TreeMap<>();
        for (Fact fact : facts()) {
            if (fact instanceof TrafficDay row) {
                days.computeIfAbsent(row.day().toString(), day -> new Sums())
                        .add(
                                row.scope(),
                                List.of(
                                        BigDecimal.valueOf(row.counts().sessions()),
                                        BigDecimal.valueOf(row.counts().engagedSessions()),
                                        BigDecimal.valueOf(row.counts().keyEvents())));
            }
        }
        days.forEach((day, sums) -> sums.tie("sessions, engaged sessions, key events of " + day));
    }

    @Test
    final void advertisingPartsMakeTheTotal() throws Exception {
        Map<String, Sums> days = new TreeMap<>();
        for (Fact fact : facts()) {
            if (fact instanceof AdDay row) {
                days.computeIfAbsent(row.day() + " " + row.attribution(), day -> new Sums())
                        .add(
                                row.scope(),
                                List.of(
                                        BigDecimal.valueOf(row.impressions()),
                                        BigDecimal.valueOf(row.clicks()),
                                        row.cost().amount()));
            }
        }
        days.forEach((day, sums) -> sums.tie("impressions, clicks, cost of " + day));
    }

    private List<Fact> facts() throws Exception {
        return walk().stream()
                .flatMap(slicing -> slicing.facts().stream())
                .map(Envelope::fact)
                .toList();
    }

    /** Total and sum of the parts of one day, three measures each. */
    private static final class Sums {
        private final Map<Scope, List<BigDecimal>> byScope = new TreeMap<>();

        void add(Scope scope, List<BigDecimal> measures) {
            byScope.merge(
                    scope,
                    measures,
                    (one, other) -> List.of(
                            one.get(0).add(other.get(0)),
                            one.get(1).add(other.get(1)),
                            one.get(2).add(other.get(2))));
        }

        void tie(String what) {
            List<BigDecimal> parts = byScope.get(Scope.BREAKDOWN);
            if (parts != null) {
                assertThat(byScope).as("total beside the parts: %s", what).containsKey(Scope.TOTAL);
                assertThat(parts)
                        .as("%s: breakdown + visible remainder = total", what)
                        .usingElementComparator(BigDecimal::compareTo)
                        .isEqualTo(byScope.get(Scope.TOTAL));
            }
        }
    }
}
