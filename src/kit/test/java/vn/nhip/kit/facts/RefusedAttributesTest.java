package vn.nhip.kit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhip.spi.Rejected;

/** What a rule cannot make of a row is refused, with the column, the value and the reason. */
class RefusedAttributesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    order, id: t, ordered-at: at, status: t, gross: n, channel: "'web'" | T | gone | status must be one of pending, confirmed, paid, delivered, cancelled (status: t)
                    order, id: o, ordered-at: at, status: "'paid'", gross: n, channel: "'web'" | O | | id is missing (id: o)
                    order, id: "''", ordered-at: at, status: "'paid'", gross: n, channel: "'web'" | id | | id is empty (id: '')
                    order, id: t, ordered-at: t, status: "'paid'", gross: n, channel: "'web'" | T | gone | ordered-at must be an instant or a day; declare its field with instant: or day: (ordered-at: t)
                    order, id: t, ordered-at: "date(24, 2, 3)", status: "'paid'", gross: n, channel: "'web'" | ordered-at | 0024-02-03 | ordered-at must lie between 1900-01-01 and 2199-12-31 (ordered-at: date(24, 2, 3))
                    order, id: t, ordered-at: at, status: "'paid'", gross: n, currency: t, channel: "'web'" | T | gone | currency is no ISO 4217 currency code such as VND (currency: t)
                    order, id: t, ordered-at: at, status: "'paid'", gross: n, discounts: o, channel: "'web'" | O | | discounts must be a number; declare its field with number: (discounts: o)
                    order, id: t, ordered-at: at, status: "'paid'", gross: n * o, channel: "'web'" | gross | | gross cannot be worked out: character 3: expected a number, found none (nothing stands there) (gross: n * o)
                    ledger-entry, id: t, day: t, category: "'tax'", amount: n | T | gone | day must be a day; declare its field with day: or instant: (day: t)
                    traffic-users, grain: "'week'", start: at, users: n | traffic-users | | the traffic-users cannot be: 2024-02-29 is not the first day of a week
                    traffic-users, grain: "'day'", start: at, users: n / 4 | N | 2.5 | users must be a whole number (users: n / 4)
                    traffic-users, grain: "'day'", start: at, users: -n | N | -10 | users is a count and cannot be negative (users: -n)
                    survey-answer, id: t, answered-at: at, score: n, scale-min: "1", scale-max: "5", survey: "'nps'" | survey-answer | | the survey-answer cannot be: score 10 lies outside 1..5
                    survey-answer, id: t, answered-at: at, score: n * 1000000000, scale-min: "1", scale-max: "5", survey: "'nps'" | N | 10000000000 | score is too large for a score (score: n * 1000000000)
                    exchange-rate, day: at, from: "'USD'", to: "'VND'", rate: "0" | exchange-rate | | the exchange-rate cannot be: an exchange rate must be positive, not 0
                    ad-day, day: at, scope: "'total'", campaign-id: t, attribution: t, impressions: n, clicks: n, cost: n | ad-day | | the ad-day cannot be: a TOTAL row cannot name a campaign
                    traffic-day, day: at, scope: "'total'", users: n, sampled: t | T | gone | sampled must be true or false, such as "flag == 'yes'" (sampled: t)
                    traffic-users, when: t, grain: "'day'", start: at, users: n | T | gone | when must be true or false, such as "flag == 'yes'" (when: t)
                    traffic-users, version: t, grain: "'day'", start: at, users: n | T | gone | version must be a whole number or an instant (version: t)
                    """)
    void eachIsNamed(String rule, String field, String value, String reason) {
        Mapped mapped = Mappings.load(
                        """
                        fields:
                          t: {column: T}
                          n: {column: N, number: "1234.56"}
                          at: {column: At, day: yyyy-MM-dd}
                          o: {column: O, optional: true}
                        facts:
                          - {fact: %s}
                        """
                                .formatted(rule))
                .bind(Mappings.header("T;N;At;O"))
                .map(Mappings.row(12, "gone;10;2024-02-29;" + (rule.contains("discounts") ? "none" : "")));
        String shown = value == null ? (rule.contains("discounts") ? "none" : "") : value;
        assertThat(mapped.facts()).isEmpty();
        assertThat(mapped.rejected())
                .singleElement()
                .isEqualTo(new Rejected(
                        "line 12",
                        field,
                        shown,
                        reason,
                        mapped.rejected().get(0).raw()));
    }
}
