package vn.nhip.kit.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void deepNestingIsRefusedBeforeItEndsTheStack(String opening) {
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> YamlFile.read("deep.yaml", opening.repeat(100_000)))
                .withMessageContaining("deep.yaml:1:")
                .withMessageContaining("nested deeper than 50 levels");
    }

    @Test
    void problemsOfManyValuesAreToldOnceEachAndInOrder() {
        YamlMap map = YamlFile.read("some.yaml", "one: x\ntwo: y\n");
        YamlProblems problems = new YamlProblems();
        assertThat(problems.attempt(() -> map.require("two").wholeNumber())).isEmpty();
        assertThat(problems.attempt(() -> map.require("one").number())).isEmpty();
        assertThat(problems.attempt(() -> map.require("two").wholeNumber())).isEmpty();
        assertThat(problems.attempt(() -> map.text("one"))).contains("x");
        assertThat(catchThrowableOfType(YamlException.class, problems::throwIfAny)
                        .problems())
                .containsExactly(
                        "some.yaml:2:6: expected a whole number, not 'y'",
                        "some.yaml:1:6: expected a number with a decimal point, not 'x'");
    }
}
