package vn.nhip.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

@SuppressWarnings("NullAway.Init") // set before each test
class WebhookChannelTest {

    private static final String TOKEN = "token-in-the-address-4711";

    private HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hooks/" + TOKEN, exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void noticesArriveAsTextForPeopleAndFieldsForPrograms() throws IOException {
        WebhookChannel channel = channel(base() + "/hooks/" + TOKEN, Optional.of(URI.create(base())));
        channel.send(List.of(letter("sync-failed/ads"), letter("sync-failed/site")));
        channel.send(List.of(letter("sync-failed/ads"), letter("sync-failed/site")));
        JsonNode body = new ObjectMapper().readTree(bodies.get(0));
        assertThat(body.path("workspace").asText()).isEqualTo("Cửa hàng");
        assertThat(body.path("text").asText()).isEqualTo("Không đọc được\nText\n\nKhông đọc được\nText");
        assertThat(body.path("notices").path(1).path("id").asText()).isEqualTo("sync-failed/site");
        assertThat(body.path("notices").path(1).path("kind").asText()).isEqualTo("sync-failed");
        assertThat(body.path("notices").path(1).path("about").path("account").asText())
                .isEqualTo("ads");
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void aPlaceThatTheOperatorDidNotNameIsNotCalledWhenItIsPrivateOrPlain() {
        for (String address : List.of(base() + "/hooks/" + TOKEN, "https://localhost/hooks/" + TOKEN)) {
            assertThatThrownBy(() -> channel(address, Optional.empty()).send(List.of(letter("1"))))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageNotContaining(TOKEN);
        }
        assertThat(bodies).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 404, 429, 500})
    void whatIsNotTakenIsAFailureThatDoesNotShowTheAddress(int answer) {
        status = answer;
        assertThatThrownBy(() -> channel(base() + "/hooks/" + TOKEN, Optional.of(URI.create(base())))
                        .send(List.of(letter("1"))))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("the webhook")
                .hasMessageNotContaining(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address " + TOKEN, TOKEN, "https:///" + TOKEN})
    void whatIsNoAddressIsRefusedWithoutShowingIt(String address) {
        assertThatThrownBy(() -> channel(address, Optional.empty()).send(List.of(letter("1"))))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("nhip connect webhook")
                .hasMessageNotContaining(TOKEN)
                .hasNoCause();
    }

    private WebhookChannel channel(String address, Optional<URI> base) {
        return new WebhookChannel(() -> Secret.of(address), base, "Cửa hàng", Clock.systemUTC());
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Letter letter(String id) {
        return new Letter(
                id, "sync-failed", Instant.EPOCH, new Letter.Words("Không đọc được", "Text"), Map.of("account", "ads"));
    }
}
