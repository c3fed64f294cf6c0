package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.spi.SurveyAnswer;

/** Real input 3: nine years of airport surveys, each with its own columns and date codes. */
class SurveyTest {

    private static final ZoneId SAN_FRANCISCO = ZoneId.of("America/Los_Angeles");

    /** Valid answers of a day, and those of 4 and 5. */
    private record Day(int valid, int satisfied) {
        Day plus(Day other) {
            return new Day(valid + other.valid, satisfied + other.satisfied);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018})
    void everyDayOfTheYearEqualsTheKnownAnswers(int year) throws IOException {
        Path file = Reader.shared("data/sfo_customer_survey/" + year + "_SFO_Customer_Survey_20250817.csv.gz");
        assumeTrue(Files.exists(file), "the whole survey of " + year + " is not here");
        Reader.Everything all =
                new Reader(file, Reader.example("sfo-survey-" + year), "America/Los_Angeles", "USD").read();

        List<String> expected = cells(Reader.shared("answers/sfo_csat_yearly.csv")).stream()
                .filter(cells -> cells.get(0).equals("" + year))
                .findFirst()
                .orElseThrow();
        assertThat(all.read).isEqualTo(Long.parseLong(expected.get(1)));
        assertThat(all.mapped + all.filtered + all.rejected.size()).isEqualTo(all.read);
        assertThat(days(all)).isEqualTo(answers(year));
        assertThat(all.rejected).hasSize(unknownDays(year));
        assertThat(all.mapped + all.rejected.size()).isEqualTo(Long.parseLong(expected.get(11)));
    }

    private static Map<LocalDate, Day> days(Reader.Everything all) {
        Map<LocalDate, Day> days = new TreeMap<>();
        for (SurveyAnswer answer : all.facts(SurveyAnswer.class)) {
            LocalDate day = answer.answeredAt().atZone(SAN_FRANCISCO).toLocalDate();
            days.merge(day, new Day(1, answer.score() >= 4 ? 1 : 0), Day::plus);
        }
        return days;
    }

    private static Map<LocalDate, Day> answers(int year) throws IOException {
        Map<LocalDate, Day> days = new TreeMap<>();
        for (List<String> cells : cells(Reader.shared("answers/sfo_csat_daily.csv"))) {
            if (cells.get(0).equals("" + year) && !cells.get(1).equals("unknown")) {
                Day day = new Day(Integer.parseInt(cells.get(3)), Integer.parseInt(cells.get(4)));
                days.put(LocalDate.parse(cells.get(1)), day);
            }
        }
        return days;
    }

    /** Valid answers whose day the survey itself does not know: they wait in quarantine. */
    private static int unknownDays(int year) throws IOException {
        return cells(Reader.shared("answers/sfo_csat_daily.csv")).stream()
                .filter(cells -> cells.get(0).equals("" + year) && cells.get(1).equals("unknown"))
                .mapToInt(cells -> Integer.parseInt(cells.get(3)))
                .sum();
    }

    private static List<List<String>> cells(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
