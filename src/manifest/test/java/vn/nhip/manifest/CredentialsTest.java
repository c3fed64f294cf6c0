package vn.nhip.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.testkit.Answer;
import vn.nhip.testkit.FakeSource;
import vn.nhip.testkit.GivenAccess;
import vn.nhip.testkit.Received;

class CredentialsTest {

    private static final String MANIFEST =
            """
            version: 6.1.0
            type: DeclarativeSource
            check: {type: CheckStream, stream_names: [rows]}
            definitions:
              requester:
                type: HttpRequester
                url_base: "https://api.example.com"
                path: rows
                authenticator: AUTHENTICATOR
            streams:
              - name: rows
                retriever:
                  requester: {$ref: "#/definitions/requester"}
                  record_selector: {extractor: {field_path: [rows]}}
                  paginator:
                    type: DefaultPaginator
                    page_token_option: {type: RequestPath}
                    pagination_strategy: {type: CursorPagination, cursor_value: "{{ headers['link'].get('next', {}).url }}"}
            spec:
              connection_specification:
                properties:
                  client_id: {type: string, default: "me"}
                  secret: {type: string, airbyte_secret: true}
            """;

    private static final String EXCHANGE = "{type: OAuthAuthenticator, token_refresh_endpoint:"
            + " \"https://id.example.com/token\", grant_type: client_credentials, client_id: \"{{ config['client_id'] }}\","
            + " client_secret: \"{{ config['secret'] }}\", scopes: [Read]}";

    private static final String FACTS =
            """
            title: Own
            hosts: [api.example.com, id.example.com]
            connection: {provider: own, token: secret}
            streams:
              rows:
                read: {restated-days: 1}
                fields: {id: {column: id}}
                facts: [{fact: lead, id: id, created-at: "day('2026-01-01')", origin: "'crm'", channel: "'crm'", status: "'open'"}]
            """;

    private final FakeSource source = FakeSource.silent();
    private final GivenAccess access = GivenAccess.of("s3cret-key");

    @TempDir
    private Path folder;

    private Path own;

    @BeforeEach
    void make() throws IOException {
        own = Files.createDirectory(folder.resolve("own"));
        source.answer("POST /token", Answer.json("{\"access_token\": \"first-token\", \"expires_in\": 3600}"));
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void aRefusedTokenOfTheConnectionIsToldToTheEngine() throws IOException {
        source.answer("GET /rows", Answer.status(401));

        ConnectorException failure =
                failing(open("{type: BearerAuthenticator, api_token: \"{{ config['secret'] }}\"}"));

        assertThat(failure.kind()).isEqualTo(Kind.ACCESS);
        assertThat(access.refusals()).singleElement().hasToString("***");
    }

    @Test
    void aRightThatIsMissingSaysNothingAgainstTheToken() throws IOException {
        source.answer("GET /rows", Answer.status(403));

        assertThat(failing(open("{type: BearerAuthenticator, api_token: \"{{ config['secret'] }}\"}"))
                        .kind())
                .isEqualTo(Kind.ACCESS);
        assertThat(access.refusals()).isEmpty();
    }

    @Test
    void keysAreExchangedOnceForATokenThatServesAllPages() throws IOException {
        source.answer("GET /rows", rows().header("Link", "<https://api.example.com/more>; rel=\"next\""))
                .answer("GET /more", rows());

        Desk.readAll(open(EXCHANGE), "rows");

        assertThat(source.requests()).extracting(Received::target).containsExactly("/token", "/rows", "/more");
        assertThat(source.requests().get(0).body())
                .isEqualTo("grant_type=client_credentials&client_id=me&client_secret=s3cret-key&scopes=Read");
        assertThat(source.requests().get(2).header("Authorization")).isEqualTo("Bearer first-token");
    }

    @Test
    void aKeptTokenThatHasEndedIsFetchedAnewAndAFreshOneThatIsRefusedIsAMatterOfAccess() throws IOException {
        source.answer("GET /rows", rows());
        Connector connector = open(EXCHANGE);
        connector.check();
        source.next(2, Answer.status(401));

        assertThat(failing(connector).kind()).isEqualTo(Kind.UNAVAILABLE);
        source.heal();
        connector.check();
        assertThat(source.requests())
                .extracting(Received::target)
                .containsExactly("/token", "/rows", "/rows", "/token", "/rows");
        assertThat(access.refusals()).isEmpty();
    }

    @Test
    void keysThatGiveNoTokenAskForAReconnectAndAreNotRepeated() throws IOException {
        source.next(Answer.status(401));

        ConnectorException failure = failing(open(EXCHANGE));

        assertThat(failure.kind()).isEqualTo(Kind.ACCESS);
        assertThat(failure).hasMessageContaining("POST id.example.com/token").hasMessageNotContaining("s3cret-key");
        assertThat(access.refusals()).hasSize(1);
    }

    @Test
    void aTokenCallThatBreaksIsTriedAgainByTheEngineAndOneWithoutATokenIsAChange() throws IOException {
        source.next(Answer.status(503)).next(Answer.status(429)).next(Answer.json("{\"token\": 1}"));
        Connector connector = open(EXCHANGE);

        assertThat(List.of(
                        failing(connector).kind(),
                        failing(connector).kind(),
                        failing(connector).kind()))
                .containsExactly(Kind.UNAVAILABLE, Kind.THROTTLED, Kind.DATA);
    }

    private Connector open(String authenticator) throws IOException {
        Files.writeString(own.resolve("manifest.yaml"), MANIFEST.replace("AUTHENTICATOR", authenticator));
        Files.writeString(own.resolve("facts.yaml"), FACTS);
        return Desk.open(own, source, access, Map.of());
    }

    private static ConnectorException failing(Connector connector) {
        return catchThrowableOfType(ConnectorException.class, connector::check);
    }

    private static Answer rows() {
        return Answer.json("{\"rows\": []}");
    }
}
