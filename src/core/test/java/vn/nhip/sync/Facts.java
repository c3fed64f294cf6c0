package vn.nhip.sync;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Money;
import vn.nhip.spi.Order;
import vn.nhip.spi.Person;
import vn.nhip.spi.SurveyAnswer;

/** Numbered facts: the same number always gives the same fact. */
final class Facts {

    static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private Facts() {}

    static SurveyAnswer answer(int i) {
        Instant at = FIRST.plus(i % 500_000L, ChronoUnit.MINUTES);
        return new SurveyAnswer("answer-" + i, at, i % 5 + 1, 1, 5, SurveyAnswer.Survey.CSAT);
    }

    static Order order(int i, int lineCount) {
        Money zero = Money.of("0", "GBP");
        List<Order.Line> lines = new ArrayList<>();
        for (int line = 0; line < lineCount; line++) {
            lines.add(new Order.Line(
                    "WHITE HANGING HEART " + (i + line) % 4000, BigDecimal.valueOf(line + 1), new BigDecimal("15.30")));
        }
        return new Order(
                "order-" + i,
                "order-" + i,
                Order.Times.ordered(FIRST.plus(i * 20L % 500_000, ChronoUnit.MINUTES)),
                Optional.of(Person.of(new IdentityKey(IdentityKey.Type.EXTERNAL, "customer-" + i % 4372))),
                Order.Status.PAID,
                new Order.Amounts(Money.of(BigDecimal.valueOf(i % 1000 + 1), "GBP"), zero, zero, zero),
                "web",
                lines);
    }
}
