package vn.nhip.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalTimesTest {

    private final LocalTimes times = new LocalTimes(LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));

    @Test
    void aTimeThatTheClockJumpsOverIsTheNextInstant() {
        assertThat(times.on(LocalDate.of(2027, 3, 28))).isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
        assertThat(times.on(LocalDate.of(2027, 3, 27))).isEqualTo(Instant.parse("2027-03-27T01:30:00Z"));
    }

    @Test
    void aTimeThatComesTwiceIsTheFirst() {
        assertThat(times.on(LocalDate.of(2026, 10, 25))).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(times.latest(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo(LocalDate.of(2026, 10, 25));
        assertThat(times.latest(Instant.parse("2026-10-25T00:29:59Z"))).isEqualTo(LocalDate.of(2026, 10, 24));
    }

    @Test
    void theLoadOfANightIsSpread() {
        Duration most = Duration.ofMinutes(20);
        assertThat(IntStream.range(0, 40)
                        .mapToObj(i -> LocalTimes.jitter("account-" + i, most).toMinutes())
                        .distinct()
                        .count())
                .isGreaterThan(10);
        assertThat(LocalTimes.jitter("ga", most))
                .isEqualTo(LocalTimes.jitter("ga", most))
                .isLessThan(most);
        assertThat(LocalTimes.jitter("ga", Duration.ZERO)).isZero();
    }
}
