package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.Order;
import vn.nhip.spi.Refund;
import vn.nhip.spi.SurveyAnswer;

/** The same way as the whole real inputs, on the small samples that come with the project. */
class SamplesTest {

    @Test
    void twoDaysOfOnlineRetail() throws URISyntaxException {
        Reader.Everything all =
                new Reader(sample("online-retail"), Reader.example("online-retail"), "Europe/London", "GBP").read();

        Map<LocalDate, String> gross = new TreeMap<>();
        for (Order order : all.facts(Order.class)) {
            LocalDate day = LocalDate.ofInstant(order.times().orderedAt(), java.time.ZoneId.of("Europe/London"));
            gross.merge(day, order.amounts().gross().amount().toPlainString(), SamplesTest::add);
        }
        assertThat(gross).isEqualTo(Map.of(LocalDate.of(2010, 12, 22), "6199.97", LocalDate.of(2011, 2, 6), "3457.11"));
        assertThat(all.facts(Order.class)).hasSize(28);
        assertThat(all.facts(Refund.class)).hasSize(5);
        assertThat(all.facts(Refund.class).stream()
                        .map(refund -> refund.amount().amount().toPlainString())
                        .reduce("0", SamplesTest::add))
                .isEqualTo("65.40");
        assertThat(all.rejected).isEmpty();
        assertThat(all.read).isEqualTo(573);
    }

    @Test
    void answersOfTwoSurveys() throws URISyntaxException {
        Reader.Everything first = survey(2010);
        assertThat(first.read).isEqualTo(40);
        assertThat(first.facts(SurveyAnswer.class)).hasSize(39);
        assertThat(first.facts(SurveyAnswer.class).stream().filter(answer -> answer.score() >= 4))
                .hasSize(28);
        Reader.Everything last = survey(2018);
        assertThat(last.facts(SurveyAnswer.class)).hasSize(40);
        assertThat(last.facts(SurveyAnswer.class).stream().filter(answer -> answer.score() >= 4))
                .hasSize(24);
    }

    @Test
    void ratesOfThreeYears() throws URISyntaxException {
        Reader.Everything all =
                new Reader(sample("imf-rates"), Reader.example("imf-rates"), "Asia/Ho_Chi_Minh", "VND").read();
        assertThat(all.read).isEqualTo(18);
        assertThat(all.facts(ExchangeRate.class).stream()
                        .map(rate -> rate.to() + " " + rate.day() + " " + rate.through()))
                .hasSize(9)
                .contains("VND 2024-01-01 2024-12-31", "EUR 2023-01-01 2023-12-31", "GBP 2022-01-01 2022-12-31");
        assertThat(all.filtered).isEqualTo(9);
    }

    private static Reader.Everything survey(int year) throws URISyntaxException {
        String name = "sfo-survey-" + year;
        return new Reader(sample(name), Reader.example(name), "America/Los_Angeles", "USD").read();
    }

    private static Path sample(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(SamplesTest.class.getResource("/samples/" + name + ".csv"))
                .toURI());
    }

    private static String add(String one, String other) {
        return new java.math.BigDecimal(one)
                .add(new java.math.BigDecimal(other))
                .toPlainString();
    }
}
