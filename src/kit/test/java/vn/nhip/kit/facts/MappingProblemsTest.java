package vn.nhip.kit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhip.kit.yaml.YamlException;

/** Every problem of a mapping says file, line, column, what is wrong and what to do; all are said at once. */
class MappingProblemsTest {

    private static final String RULE = "facts:\n  - {fact: traffic-users, grain: \"'day'\", start: on, users: n}\n";
    private static final String FIELDS =
            "fields:\n  on: {column: A, day: yyyyMMdd}\n  n: {column: B, number: \"1234\"}\n";

    private static List<String> problems(String yaml) {
        YamlException refused = catchThrowableOfType(YamlException.class, () -> Mappings.load(yaml));
        assertThat(refused).as("nothing wrong in %s", yaml).isNotNull();
        return refused.problems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    x: {}                                        | 4:6  | 'column' is missing
                    x: text                                      | 4:6  | expected a map of names and values
                    x: {column: C, numbr: "1234"}                | 4:18 | 'numbr' is not known here
                    x: {column: C, number: "1.2"}                | 4:26 | expected a number such as
                    x: {column: C, instant: "HH:mm"}             | 4:27 | expected a pattern with a whole date
                    x: {column: C, instant: "nonsense"}          | 4:27 | expected a pattern with a whole date
                    x: {column: C, day: "MM/yyyy"}               | 4:23 | expected a pattern with a whole date
                    x: {column: C, phone: Vietnam}               | 4:25 | expected a region such as VN
                    x: {column: C, email: maybe}                 | 4:25 | expected true or false
                    x: {column: C, optional: 1}                  | 4:28 | expected true or false
                    x: {column: C, zone: Asia/Ho_Chi_Minh}       | 4:18 | a zone belongs to an instant only
                    x: {column: C, instant: yyyyMMdd, zone: X/Y} | 4:43 | expected a zone such as
                    x: {column: C, phone: VN, email: true}       | 4:29 | a field has one shape, not phone and email
                    x: {column: C, if-bad: absent}               | 4:18 | for phone and email only
                    x: {column: C, values: [1]}                  | 4:26 | expected a map
                    x: {column: C, values-else: refuse}          | 4:18 | 'values-else' needs 'values'
                    x: {column: C, values: {a: b}, values-else: drop} | 4:47 | 'drop' is not one of refuse, keep
                    ten don: {column: C}                         | 4:3  | is no field name
                    __class__: {column: C}                       | 4:3  | is no field name
                    none: {column: C}                            | 4:3  | is no field name
                    n: {column: C}                               | 4:3  | stands here twice
                    """)
    void ofFieldsHaveTheirPlace(String field, String place, String problem) {
        assertThat(problems(FIELDS + "  " + field + "\n" + RULE))
                .first()
                .asString()
                .startsWith("facts.yaml:" + place + ": ")
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                              | 5:5  | 'fact' is missing
                    text                                            | 5:5  | expected a map of names and values
                    {fact: sale}                                    | 5:12 | 'sale' is no fact; facts are traffic-day,
                    {fact: metric-day, day: on, metric: "'m'"}      | 5:5  | 'value' is missing
                    {fact: metric-day, day: on, metric: m, value: n} | 5:41 | in "m" at character 1: unknown name 'm'; known: on, n
                    {fact: metric-day, day: on, metric: "'m'", value: n +} | 5:55 | in "n +" at character 4: a value is missing
                    {fact: metric-day, day: on, metric: "'m'", value: n, colour: n} | 5:58 | 'colour' is not known here
                    {fact: metric-day, day: on, metric: "'m'", value: n, when: "n = 1"} | 5:64 | equality is ==
                    {fact: metric-day, day: on, metric: "'m'", value: n, dimensions: shop} | 5:70 | expected a map
                    {fact: metric-day, day: [on], metric: "'m'", value: n} | 5:29 | expected a single value
                    {fact: customer, id: n, since: on}              | 5:5  | 'person' is missing
                    {fact: customer, id: n, since: on, person: {}}  | 5:48 | a person needs email, phone or external
                    {fact: customer, id: n, since: on, person: {email: n}} | 5:56 | field 'n' must be declared with email: true
                    {fact: customer, id: n, since: on, person: {phone: n}} | 5:56 | field 'n' must be declared with phone: VN
                    {fact: traffic-day, day: on, scope: "'total'"}  | 5:5  | a traffic-day needs a count
                    {fact: order, id: n, ordered-at: on, status: n, gross: n, channel: n, lines: {product: n, amount: n}} | 5:82 | 'lines.quantity' is missing
                    """)
    void ofRulesHaveTheirPlace(String rule, String place, String problem) {
        assertThat(problems(FIELDS + "facts:\n  - " + rule + "\n"))
                .singleElement()
                .asString()
                .startsWith("facts.yaml:" + place + ": ")
                .contains(problem);
    }

    @Test
    void allAreReportedTogether() {
        assertThat(
                        problems(
                                """
                        field: {}
                        fields:
                          a: {column: A, number: en}
                          b: {colum: B}
                        facts:
                          - {fact: lead, id: a, status: open}
                          - {fact: refunds}
                        """))
                .hasSize(8)
                .allMatch(problem -> problem.matches("facts\\.yaml:\\d+:\\d+: .+"));
    }

    @Test
    void ofTheWholeHaveTheirPlace() {
        assertThat(problems("fields: {}\n")).containsExactly("facts.yaml:1:1: 'facts' is missing");
        assertThat(problems(FIELDS + "facts: []\n")).containsExactly("facts.yaml:4:8: needs at least one fact");
        assertThat(problems(RULE)).first().isEqualTo("facts.yaml:1:1: 'fields' is missing");
    }
}
