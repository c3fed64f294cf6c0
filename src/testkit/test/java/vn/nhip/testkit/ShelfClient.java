package vn.nhip.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Settings;

/** Speaks the shelf's protocol: one GET, one JSON object. */
final class ShelfClient {

    private static final Logger LOG = LoggerFactory.getLogger(ShelfClient.class);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Flaw flaw;
    private final URI base;
    private final String key;
    private final Duration patience;
    private final List<Closeable> spools = new ArrayList<>();

    ShelfClient(Flaw flaw, URI base, Settings settings) {
        this.flaw = flaw;
        this.base = base;
        this.key = settings.secret("api-key").reveal();
        this.patience = Duration.ofMillis(settings.wholeNumber("patience-millis"));
        if (!settings.text("spool").isEmpty()) {
            spools.add(spool(Path.of(settings.text("spool"), "spool.tmp")));
        }
    }

    JsonNode get(String target) {
        if (flaw == Flaw.SECRET_IN_LOG) {
            LOG.debug("asking {} with {}", target, key);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(signed(target)))
                .timeout(patience)
                .header("X-Api-Key", key);
        if (flaw != Flaw.ANONYMOUS) {
            request.header("User-Agent", "nhip-shelf");
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? JSON.readTree(response.body()) : refused(response);
        } catch (IOException e) {
            throw ConnectorException.unavailable("the shop does not answer " + path(target), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.unavailable("stopped while asking " + path(target), e);
        }
    }

    void close() {
        if (flaw == Flaw.FILE_LEFT_OPEN) {
            return;
        }
        for (Closeable spool : spools) {
            try {
                spool.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        spools.clear();
    }

    String key() {
        return key;
    }

    private static String path(String target) {
        return URI.create(target).getPath();
    }

    private String signed(String target) {
        String parameter = (target.contains("?") ? "&" : "?") + "key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
        return flaw == Flaw.SECRET_IN_URL ? target + parameter : target;
    }

    private JsonNode refused(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw flaw == Flaw.REFUSAL_AS_OUTAGE
                    ? ConnectorException.unavailable("the shop does not answer", new IOException("status " + status))
                    : ConnectorException.access("the shop refuses the key: make a new one and reconnect");
        }
        if (status == 429) {
            throw throttled(response.headers().firstValueAsLong("Retry-After").orElse(60));
        }
        if (status >= 500 && flaw != Flaw.OUTAGE_AS_CHANGE) {
            String with = flaw == Flaw.SECRET_IN_MESSAGE ? " to " + key : "";
            throw ConnectorException.unavailable(
                    "the shop answered " + status + with, new IOException("status " + status));
        }
        throw ConnectorException.data("the shop answered " + status + ", which it never did before");
    }

    private ConnectorException throttled(long seconds) {
        if (flaw == Flaw.SLEEPS) {
            try {
                Thread.sleep(1_200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Optional<Duration> wait =
                flaw == Flaw.FORGETS_THE_WAIT ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
        return new ConnectorException(Kind.THROTTLED, "the shop asks us to wait", wait, null);
    }

    private static Closeable spool(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw ConnectorException.settings("setting 'spool' is not a folder to write to: " + file.getParent());
        }
    }
}
