package vn.nhip.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.kit.http.HttpCall;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

/**
 * A POST of JSON to an address that is itself a secret: {@code text} for people, {@code notices} for programs.
 *
 * <p>Only public addresses over TLS are called, and the base that the operator's file names. The header {@code webhook-id}
 * is the same when the same notices come again.
 */
public final class WebhookChannel implements Channel {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "POST to the webhook";
    private static final HttpLimits SMALL =
            new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40), 1 << 20);

    private final Supplier<Secret> address;
    private final Optional<URI> base;
    private final String business;
    private final Clock clock;

    public WebhookChannel(Supplier<Secret> address, Optional<URI> base, String business, Clock clock) {
        this.address = address;
        this.base = base;
        this.business = business;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "webhook";
    }

    @Override
    public String receivers() {
        return "webhook";
    }

    @Override
    public void send(List<Letter> letters) {
        URI uri = uri(address.get());
        String ids = letters.stream().map(Letter::id).collect(Collectors.joining("\n", business, ""));
        HttpCall call = HttpCall.post(uri, "application/json", body(letters))
                .header(
                        "webhook-id",
                        UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .called(NAME);
        try (GuardedHttp http = new GuardedHttp(List.of(uri.getHost()), base, SMALL, clock)) {
            http.send(call).orFailure();
        }
    }

    /** Without a word of what was given: it may be the whole secret. */
    private static URI uri(Secret address) {
        try {
            URI uri = new URI(address.reveal());
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (java.net.URISyntaxException noAddress) {
            throw noAddress();
        }
        throw noAddress();
    }

    private static ConnectorException noAddress() {
        return ConnectorException.settings(
                "what was given as the webhook's address is none; give the whole https address: 'nhip connect webhook'");
    }

    private byte[] body(List<Letter> letters) {
        ObjectNode body = JSON.createObjectNode();
        body.put("workspace", business);
        body.put(
                "text",
                letters.stream()
                        .map(letter ->
                                letter.words().title() + "\n" + letter.words().text())
                        .collect(Collectors.joining("\n\n")));
        ArrayNode notices = body.putArray("notices");
        letters.forEach(letter -> fill(notices.addObject(), letter));
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void fill(ObjectNode notice, Letter letter) {
        notice.put("id", letter.id());
        notice.put("kind", letter.kind());
        notice.put("at", letter.at().toString());
        notice.put("title", letter.words().title());
        notice.put("text", letter.words().text());
        ObjectNode about = notice.putObject("about");
        letter.about().forEach(about::put);
    }
}
