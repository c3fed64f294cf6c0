package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Connector;
import vn.nhip.spi.Envelope;

/** Rule 15: days are the account's days, also the one of 23 and the one of 25 hours; nothing is lost or counted twice. */
abstract class DayRules extends Rules {

    DayRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void theSampleHasADayOf23AndADayOf25Hours() throws Exception {
        DaylightCase daylight = contract.daylight(contract.folder());
        ZoneId zone = daylight.account().context().zone();
        List<Long> hours = daylight.expected().keySet().stream()
                .map(day -> Duration.between(
                                day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone))
                        .toHours())
                .toList();
        assertThat(hours).contains(23L, 25L);
    }

    @Test
    final void everyFactStandsOnItsOwnDay() throws Exception {
        DaylightCase daylight = contract.daylight(contract.folder());
        ZoneId zone = daylight.account().context().zone();
        Map<LocalDate, Integer> found = new TreeMap<>();
        try (Connector connector = open(daylight.account())) {
            for (Walk.Slicing slicing : Walk.all(connector, spec(), daylight.days())) {
                for (Envelope envelope : slicing.ofRecords()) {
                    found.merge(FactDays.of(envelope.fact(), zone), 1, Integer::sum);
                }
            }
        }
        assertThat(found).isEqualTo(new TreeMap<>(daylight.expected()));
    }
}
