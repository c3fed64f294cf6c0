package vn.nhip.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlFile;
import vn.nhip.manifest.component.Source;

class LoadingTest {

    private static final String SMALL =
            """
            version: 6.1.0
            type: DeclarativeSource
            check: {type: CheckStream, stream_names: [rows]}
            definitions:
              requester: {type: HttpRequester, url_base: "https://api.example.com", $parameters: {path: "v1/rows"}}
              selector: {extractor: {field_path: [rows]}}
            streams:
              - name: rows
                retriever:
                  requester: {$ref: "#/definitions/requester", http_method: POST}
                  record_selector: "#/definitions/selector"
            """;

    @Test
    void referencesParametersAndDefaultTypesGiveAWholeStream() {
        Source source = load(SMALL);

        assertThat(source.streams()).hasEntrySatisfying("rows", stream -> {
            assertThat(stream.requester().method()).isEqualTo("POST");
            assertThat(stream.requester().path()).hasToString("Optional[v1/rows]");
        });
        assertThat(source.checked()).isEqualTo("rows");
    }

    @Test
    void everyProblemOfEveryStreamIsNamedAtOnceWithLineAndColumn() {
        String bad = SMALL
                + """
                  - name: custom
                    retriever:
                      type: CustomRetriever
                  - name: graph
                    retriever:
                      requester: {$ref: "#/definitions/requester", authenticator: {type: CustomAuthenticator}}
                      record_selector: {$ref: "#/definitions/selector"}
                  - name: partitioned
                    retriever:
                      requester: {$ref: "#/definitions/requester", path: "{{ nope }}"}
                      record_selector: {$ref: "#/definitions/selector"}
                """;

        YamlException refused = catchThrowableOfType(YamlException.class, () -> load(bad));

        assertThat(refused.problems())
                .hasSize(3)
                .anySatisfy(each -> assertThat(each).matches("manifest.yaml:14:7: CustomRetriever is not supported.*"))
                .anySatisfy(each -> assertThat(each).matches("manifest.yaml:17:[0-9]+: CustomAuthenticator is not s.*"))
                .anySatisfy(each -> assertThat(each).contains("manifest.yaml:21:", "no variable 'nope'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "version: 6.1.0 § version: 7.0.0 § is written in a newer language",
                "version: 6.1.0 § version: six § a version looks like",
                "field_path: [rows] § field_path: [rows], extra: 1 § 'extra' of DpathExtractor is not supported",
                "#/definitions/selector § #/definitions/none § there is no 'none'",
                "{extractor: {field_path: [rows]}} § {$ref: \"#/definitions/selector\"} § refers to itself",
                "http_method: POST § http_method: DELETE § a source is only read",
                "CheckStream § CheckDynamicStream § is not supported as a check",
            })
    void whatIsNotUnderstoodIsRefused(String written, String instead, String message) {
        assertThatThrownBy(() -> load(SMALL.replace(written, instead)))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("manifest.yaml:")
                .hasMessageContaining(message);
    }

    private static Source load(String text) {
        return Source.load(YamlFile.read("manifest.yaml", text));
    }
}
