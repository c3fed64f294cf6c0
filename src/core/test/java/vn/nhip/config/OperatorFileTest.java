package vn.nhip.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.catalogue.Shipped;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.spi.Site;

class OperatorFileTest {

    @Test
    void theAnnotatedExampleIsRight() {
        OperatorConfig config = OperatorFile.read(Shipped.ROOT.resolve("config/operator.yaml"));
        assertThat(config.site("google-ads"))
                .isEqualTo(new Site(Optional.of(URI.create("http://127.0.0.1:8472")), Optional.of("v23")));
        assertThat(config.site("google-analytics").version()).isEmpty();
        assertThat(config.mail())
                .contains(new MailServer(
                        "smtp.shop.example",
                        587,
                        MailServer.Security.STARTTLS,
                        "nhip@shop.example",
                        Optional.of("nhip@shop.example")));
        assertThat(config.provider("google")).contains(URI.create("http://127.0.0.1:8470"));
        assertThat(config.web())
                .isEqualTo(new OperatorConfig.WebPlace(8484, Optional.of(URI.create("https://kpi.shop.example"))));
    }

    @Test
    void aPortThatIsNoneIsRefusedWithItsPlace() {
        YamlException refused = catchThrowableOfType(
                YamlException.class, () -> OperatorFile.parse("operator.yaml", "web: {port: 70000}"));
        assertThat(refused.problems()).singleElement().asString().contains("1:13", "1 to 65535");
    }

    @Test
    void withoutAFileOrAnEntryTheVendorsAreCalledAtTheirOwnAddresses() {
        assertThat(OperatorFile.read(Path.of("no-such-operator.yaml"))).isEqualTo(OperatorConfig.NONE);
        assertThat(OperatorConfig.NONE.site("meta-ads")).isEqualTo(Site.VENDOR);
        assertThat(OperatorConfig.NONE.provider("google")).isEmpty();
    }

    @Test
    void aPasswordIsNotSentInTheClear() {
        String text = "mail: {host: smtp.shop.example, security: none, from: a@b.example, user: a}";
        YamlException refused =
                catchThrowableOfType(YamlException.class, () -> OperatorFile.parse("operator.yaml", text));
        assertThat(refused.problems()).singleElement().asString().contains("1:43", "not sent in the clear");
    }

    @Test
    void whatIsNotKnownIsRefusedWithItsLineAndAllAtOnce() {
        String text =
                """
                sources:
                  google-ads: {bass: "http://127.0.0.1:1"}
                providers:
                  google: {base: "http://127.0.0.1:1", version: v1}
                source: {}
                """;
        YamlException refused =
                catchThrowableOfType(YamlException.class, () -> OperatorFile.parse("operator.yaml", text));
        assertThat(refused.problems())
                .anySatisfy(problem -> assertThat(problem).contains("operator.yaml:5:1", "source"))
                .anySatisfy(problem -> assertThat(problem).contains("operator.yaml:2:16", "bass"))
                .anySatisfy(problem -> assertThat(problem).contains("operator.yaml:4:40", "version"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1",
                "127.0.0.1:80",
                "http://",
                "http://a b",
                "http://127.0.0.1/path",
                "http://user@127.0.0.1",
                "http://127.0.0.1?x=1"
            })
    void aBaseIsSchemeHostAndPortOnly(String base) {
        String text = "sources: {google-ads: {base: \"" + base + "\"}}";
        assertThatThrownBy(() -> OperatorFile.parse("operator.yaml", text))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("operator.yaml:1:");
    }
}
