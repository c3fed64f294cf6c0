package vn.nhip.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Secret;

class RefusalsTest {

    private static final String TOKEN = "token-4711";
    private static final String APP_SECRET = "app-secret-0815";

    private final AtomicInteger given = new AtomicInteger();
    private final Refusals refusals = new Refusals(
            new Access() {
                @Override
                public Secret token() {
                    return Secret.of(TOKEN + given.getAndIncrement());
                }

                @Override
                public void refused(Secret token) {}
            },
            List.of(Secret.of(APP_SECRET), Secret.of("a")));

    @Test
    void whatASourceRepeatsOfItsSecretsIsMaskedInItsWordsAndItsCauses() {
        assertThatThrownBy(() -> refusals.onceMore(() -> {
                    String token = refusals.token().reveal();
                    throw new ConnectorException(
                            Kind.THROTTLED,
                            "too many calls by " + token + " with " + APP_SECRET,
                            Optional.of(Duration.ofSeconds(7)),
                            new IllegalStateException(token));
                }))
                .isInstanceOfSatisfying(ConnectorException.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.THROTTLED);
                    assertThat(e.retryAfter()).contains(Duration.ofSeconds(7));
                })
                .hasMessage("too many calls by *** with ***")
                .hasNoCause();
        assertThatThrownBy(() -> refusals.onceMore(() -> {
                    throw ConnectorException.unavailable("away", new IllegalStateException(TOKEN + 0));
                }))
                .hasMessage("away")
                .hasNoCause();
    }

    @Test
    void otherWordsStayAsTheyAreWithTheirCause() {
        ConnectorException away = ConnectorException.unavailable("a source is away", new IllegalStateException("off"));
        assertThatThrownBy(() -> refusals.onceMore(() -> {
                    throw away;
                }))
                .isSameAs(away);
    }

    @Test
    void aRefusedTokenIsMaskedInTheSecondAnswerToo() {
        assertThatThrownBy(() -> refusals.onceMore(() -> {
                    Secret token = refusals.token();
                    refusals.refused(token);
                    throw ConnectorException.access("refused: " + token.reveal());
                }))
                .hasMessage("refused: ***");
        assertThat(given).as("once more, with another one").hasValue(2);
    }
}
