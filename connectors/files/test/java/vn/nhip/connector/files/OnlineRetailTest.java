package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Order;
import vn.nhip.spi.Refund;

/** Real input 1: 541,909 lines of UCI "Online Retail", grouped into orders. */
class OnlineRetailTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void everyDayOfTheWholeFileEqualsTheKnownAnswers() throws IOException {
        Path file = Reader.shared("data/online_retail_uci/online_retail.csv.gz");
        assumeTrue(Files.exists(file), "the whole Online Retail file is not here");
        Reader.Everything all = reader(file).read();

        assertThat(all.read).isEqualTo(541_909);
        assertThat(all.rejected).isEmpty();
        assertThat(all.mapped + all.filtered).isEqualTo(541_909);
        assertThat(days(all)).isEqualTo(answers(Reader.shared("answers/online_retail_daily.csv")));
    }

    private static Reader reader(Path file) {
        return new Reader(file, Reader.example("online-retail"), "Europe/London", "GBP");
    }

    /** Orders, cancelled invoices, gross and refunds of a day. */
    private record Day(int orders, int refunds, BigDecimal gross, BigDecimal refunded) {
        static final Day EMPTY = new Day(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

        Day plus(Day other) {
            return new Day(
                    orders + other.orders,
                    refunds + other.refunds,
                    gross.add(other.gross).stripTrailingZeros(),
                    refunded.add(other.refunded).stripTrailingZeros());
        }
    }

    private static Map<LocalDate, Day> days(Reader.Everything all) {
        Map<LocalDate, Day> days = new TreeMap<>();
        for (Order order : all.facts(Order.class)) {
            BigDecimal gross = order.amounts().gross().amount();
            add(days, order.times().orderedAt(), new Day(1, 0, gross, BigDecimal.ZERO));
        }
        for (Refund refund : all.facts(Refund.class)) {
            add(
                    days,
                    refund.refundedAt(),
                    new Day(0, 1, BigDecimal.ZERO, refund.amount().amount()));
        }
        return days;
    }

    private static void add(Map<LocalDate, Day> days, Instant at, Day more) {
        days.merge(at.atZone(LONDON).toLocalDate(), Day.EMPTY.plus(more), Day::plus);
    }

    private static Map<LocalDate, Day> answers(Path file) throws IOException {
        Map<LocalDate, Day> days = new TreeMap<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            List<String> cells = List.of(line.split(",", -1));
            Day day = new Day(
                    Integer.parseInt(cells.get(1)),
                    Integer.parseInt(cells.get(2)),
                    new BigDecimal(cells.get(3)),
                    new BigDecimal(cells.get(4)).negate());
            days.put(LocalDate.parse(cells.get(0)), Day.EMPTY.plus(day));
        }
        return days;
    }
}
