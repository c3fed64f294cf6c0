package vn.nhip.connector.googleads;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.kit.report.AdTally;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.spi.Scope;

/** Days on which an account spent nothing, for which Google writes no row. */
class SilentDaysTest {

    private static final DayRange DAYS = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 14));

    private final Scene scene = new Scene();
    private final Reading reading = new Reading(scene.account());

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aDayWithoutARowCostNothingAndSaysSo() {
        LocalDate quiet = LocalDate.of(2026, 1, 6);
        scene.face().put(Scene.GOOD.with(Scene.spending(SampleBusiness.ZONE, except(quiet))));
        List<Page> pages = reading.pages(DAYS);
        assertThat(silences(pages)).singleElement().satisfies(envelope -> {
            AdDay fact = (AdDay) envelope.fact();
            assertThat(fact.day()).isEqualTo(quiet);
            assertThat(fact.scope()).isEqualTo(Scope.TOTAL);
            assertThat(AdTally.of(fact).nothing()).isTrue();
            assertThat(fact.cost().currency()).isEqualTo(Currency.getInstance("VND"));
            assertThat(fact.attribution()).isEqualTo("conversions");
        });
        assertThat(pages.stream().mapToLong(page -> page.counts().mapped()).sum())
                .as("records")
                .isEqualTo(13 * 4);
    }

    private static List<AdSpend> except(LocalDate quiet) {
        return Scene.spent(DAYS).stream().filter(ad -> !ad.day().equals(quiet)).toList();
    }

    private static List<Envelope> silences(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> page.facts().stream())
                .filter(Envelope::silent)
                .toList();
    }

    @Test
    void anAccountWithoutAnyAdvertisingCostNothingOnEveryDayThatHasEnded() {
        scene.face()
                .put(Scene.GOOD
                        .with(Scene.spending(SampleBusiness.ZONE, List.of()))
                        .in(ZoneId.of("Pacific/Honolulu"))); // where it is still the 14th
        assertThat(reading.facts(DAYS))
                .hasSize(13)
                .allMatch(fact -> AdTally.of(fact).nothing())
                .extracting(AdDay::day)
                .doesNotContain(DAYS.last());
    }

    @Test
    void daysOfATotalRowThatCannotBeReadAreNotCalledSilent() {
        scene.face().put(Scene.GOOD.with(Scene.spending(SampleBusiness.ZONE, except(LocalDate.of(2026, 1, 6)))));
        scene.face().twist((request, answer) -> {
            SearchGoogleAdsResponse.Builder changed = answer.toBuilder();
            if (request.getQuery().contains("FROM customer WHERE")) {
                changed.getResultsBuilder(0).getMetricsBuilder().setConversions(Double.NaN);
            }
            return changed.build();
        });
        assertThat(silences(reading.pages(DAYS))).isEmpty();
    }
}
