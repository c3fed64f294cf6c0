package vn.nhip.manifest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhip.manifest.ManifestFactory;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Site;
import vn.nhip.spi.Slice;
import vn.nhip.spi.StreamSpec;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.FakeSource;
import vn.nhip.testkit.GivenAccess;

/** The recorded answers beside a manifest are read without a record held back, and nothing is asked that is not recorded. */
class RecordedTest {

    static Stream<Sample> samples() {
        return Stream.of(
                new Mailchimp(),
                new Brevo(),
                new Hubspot(),
                new Pipedrive(),
                new Kiotviet(),
                new Haravan(),
                new Shopify(),
                new Woocommerce(),
                new Frankfurter(),
                new Typeform(),
                new Quickbooks(),
                new Callrail(),
                new GoogleSheets(),
                new Matomo());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void recordedAnswersGiveFactsOfEveryStream(Sample sample) {
        ManifestFactory factory = ManifestFactory.load(Folders.of(sample.id()));
        try (FakeSource source = FakeSource.replaying(Folders.of(sample.id()).resolve("recorded"));
                Connector connector = account(sample, source).open(factory)) {
            for (StreamSpec stream : factory.spec().streams()) {
                DayRange days = new DayRange(Truths.FIRST, Truths.LAST);
                for (Slice slice : connector.slices(stream.name(), days)) {
                    isRead(connector, stream.name(), slice);
                }
            }
            assertThat(source.unanswered()).isEmpty();
        }
    }

    private static void isRead(Connector connector, String stream, Slice slice) {
        int facts = 0;
        Optional<Cursor> after = Optional.empty();
        do {
            Page page = connector.read(new ReadRequest(stream, slice, after));
            assertThat(page.rejected()).as("held back of %s", stream).isEmpty();
            facts += page.facts().size();
            after = page.next();
        } while (after.isPresent());
        assertThat(facts).as("facts of %s", stream).isPositive();
    }

    private static Account account(Sample sample, FakeSource source) {
        ConnectorContext context = new ConnectorContext(
                Clock.fixed(Truths.MORNING, ZoneOffset.UTC),
                Night.ZONE,
                Currency.getInstance("VND"),
                GivenAccess.of(sample.token()),
                new Site(Optional.of(source.url()), Optional.empty()));
        Account account = new Account(sample.settings(), Map.of(), context);
        for (Map.Entry<String, String> secret : sample.secrets().entrySet()) {
            account = account.withSecret(secret.getKey(), secret.getValue());
        }
        return account;
    }
}
