package vn.nhip.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;

/** JSON from outside is exact or refused. */
class StrictJsonTest {

    @Test
    void numbersKeepEveryDigit() {
        assertThat(read("{\"spend\": 0.1000000000000000000001}").get("spend").decimalValue())
                .isEqualTo(new BigDecimal("0.1000000000000000000001"));
    }

    @Test
    void aByteOrderMarkIsNoMistake() {
        assertThat(read("\ufeff{\"a\": \"\u1ecb\"}").get("a").asText()).isEqualTo("\u1ecb");
    }

    @Test
    void sixtyFourLevelsAreDeepEnough() {
        assertThat(read("[".repeat(64) + "]".repeat(64)).isArray()).isTrue();
        refused("[".repeat(65) + "]".repeat(65), Kind.DATA);
    }

    @Test
    void longTextsAndNamesAreRefused() {
        refused("[\"" + "x".repeat(1_048_577) + "\"]", Kind.DATA);
        refused("{\"" + "x".repeat(1_048_577) + "\": 1}", Kind.DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\": 1,}",
                "{\"a\": 1, \"a\": 1}",
                "[NaN]",
                "[Infinity]",
                "{'a': 1}",
                "{a: 1}",
                "[1] // end",
                "{} []",
                "nul",
                "<html>",
                "[01]",
                "[\"\u0000\"]"
            })
    void whatIsNoJsonIsRefused(String text) {
        refused(text, Kind.UNAVAILABLE);
    }

    private static void refused(String text, Kind kind) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(kind))
                .hasMessageStartingWith("GET vendor.example/rows was answered with");
    }

    private static JsonNode read(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8), "GET vendor.example/rows");
    }
}
