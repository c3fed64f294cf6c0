package vn.nhip.connector.googleanalytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.analytics.data.v1beta.RunReportRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty.Mark;
import vn.nhip.sandbox.truth.VisitDay;
import vn.nhip.sandbox.truth.VisitDay.Counts;
import vn.nhip.spi.Connector;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Scope;
import vn.nhip.spi.Slice;
import vn.nhip.spi.TrafficDay;
import vn.nhip.spi.TrafficDay.Quality;
import vn.nhip.spi.TrafficDay.TrafficCounts;
import vn.nhip.spi.TrafficDay.TrafficSource;

/** Acceptance cases A10, E10 and E11, and that settled days are what happened. */
class TrafficTest {

    private static final String TRAFFIC = GoogleAnalyticsConnectorFactory.TRAFFIC;

    /** With an outage of the tracking in it, whose parts have very few users. */
    private static final DayRange SEPTEMBER = new DayRange(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30));

    private final Scene scene = new Scene();
    private final AnalyticsProperty property = AnalyticsProperty.of(Scene.PROPERTY, "VND", Scene.TRUTH);
    private final Reading reading = new Reading(scene.account(Scene.PROPERTY));

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void settledDaysAreWhatHappened() {
        List<TrafficDay> expected = new ArrayList<>();
        for (VisitDay visit : Scene.visits(Scene.DAYS)) {
            expected.add(row(visit.day(), Scope.TOTAL, TrafficSource.ALL, visit.whole(), Set.of()));
            for (VisitDay.Part part : visit.parts()) {
                TrafficSource from = new TrafficSource(
                        part.from().channel(),
                        part.from().source(),
                        part.from().medium(),
                        part.from().campaign());
                expected.add(row(visit.day(), Scope.BREAKDOWN, from, part.counts(), Set.of(Quality.OTHER_ROW)));
            }
        }
        assertThat(facts(Scene.DAYS)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a10TheTotalIsAskedForWithoutAnyDimensionButTheDay() {
        facts(SEPTEMBER);
        RunReportRequest first = scene.face().reports().get(0);
        assertThat(first.getDimensionsList())
                .extracting(dimension -> dimension.getName())
                .containsExactly("date");
        assertThat(scene.face().reports().stream().skip(1))
                .allSatisfy(report -> assertThat(report.getDimensionsCount()).isEqualTo(5));
    }

    @Test
    void a10WhatThresholdingHidesStandsAsTheRemainderAndTheTotalIsWhole() {
        scene.face().put(property.marked(Mark.THRESHOLDED));
        List<TrafficDay> facts = facts(SEPTEMBER);
        List<TrafficDay> remainders = facts.stream()
                .filter(row -> row.from().equals(TrafficFeed.REMAINDER))
                .toList();
        assertThat(remainders).isNotEmpty();
        for (VisitDay visit : Scene.visits(SEPTEMBER)) {
            assertThat(sessions(facts, visit.day(), Scope.TOTAL))
                    .isEqualTo(visit.whole().sessions());
            assertThat(sessions(facts, visit.day(), Scope.BREAKDOWN))
                    .isEqualTo(visit.whole().sessions());
        }
        for (TrafficDay remainder : remainders) {
            long hidden = Scene.visits(new DayRange(remainder.day(), remainder.day())).stream()
                    .flatMap(visit -> visit.parts().stream())
                    .filter(part -> part.counts().users() < 5)
                    .mapToLong(part -> part.counts().sessions())
                    .sum();
            assertThat(remainder.counts().sessions()).isEqualTo(hidden);
        }
    }

    @Test
    void a10TheSourcesWarningsStandOnTheRowsThatTheyAreAbout() {
        scene.face().put(property.marked(Mark.THRESHOLDED, Mark.SAMPLED));
        assertThat(facts(SEPTEMBER)).allSatisfy(row -> assertThat(row.quality())
                .isEqualTo(
                        row.scope() == Scope.TOTAL
                                ? Set.of(Quality.SAMPLED)
                                : Set.of(Quality.SAMPLED, Quality.THRESHOLDED, Quality.OTHER_ROW)));
    }

    @Test
    void aReportThatChangesWhileItIsReadIsBegunAnew() {
        try (Connector connector = reading.open()) {
            Slice slice = Slice.days(SEPTEMBER);
            Page totals = connector.read(new ReadRequest(TRAFFIC, slice, Optional.empty()));
            Page parts = connector.read(new ReadRequest(TRAFFIC, slice, totals.next()));
            scene.face().put(property.marked(Mark.THRESHOLDED));
            Page changed = connector.read(new ReadRequest(TRAFFIC, slice, parts.next()));
            assertThat(changed.facts()).isEmpty();
            assertThat(changed.notes().drift()).singleElement().asString().contains("begun anew");
            Page again = connector.read(new ReadRequest(TRAFFIC, slice, changed.next()));
            assertThat(again.facts()).isEqualTo(totals.facts());
        }
    }

    @Test
    void e10AnEmptyReportIsOnePageWithoutFactsThatStillSaysTheQuota() {
        Reading empty = new Reading(scene.account(Scene.NO_VISITS));
        for (String stream : List.of(TRAFFIC, "users", "purchases")) {
            assertThat(empty.pages(stream, SEPTEMBER)).singleElement().satisfies(page -> {
                assertThat(page.facts()).isEmpty();
                assertThat(page.rejected()).isEmpty();
                assertThat(page.counts()).isEqualTo(new Page.Counts(0, 0, 0));
                assertThat(page.notes().quotas()).hasSize(6);
            });
        }
    }

    @Test
    void e11TwoPropertiesOfOneConnectionAreReadApart() {
        VisitDay own = Scene.visits(SEPTEMBER).get(0);
        String second = "7";
        scene.face().put(AnalyticsProperty.of(second, "USD", Scene.visited(SampleBusiness.ZONE, List.of(own))));
        Reading other = new Reading(scene.account(second));
        List<TrafficDay> here = facts(SEPTEMBER);
        List<TrafficDay> there = other.facts(TrafficDay.class, TRAFFIC, SEPTEMBER);
        assertThat(here).extracting(TrafficDay::day).contains(own.day(), SEPTEMBER.last());
        assertThat(there).extracting(TrafficDay::day).containsOnly(own.day());
        assertThat(other.pages(TRAFFIC, SEPTEMBER)).allSatisfy(page -> {
            assertThat(page.notes().currency()).hasValueSatisfying(code -> assertThat(code.getCurrencyCode())
                    .isEqualTo("USD"));
            assertThat(page.notes().quotas())
                    .allSatisfy(quota -> assertThat(quota.owner()).isEqualTo("properties/7"));
        });
    }

    private List<TrafficDay> facts(DayRange days) {
        return reading.facts(TrafficDay.class, TRAFFIC, days);
    }

    private static long sessions(List<TrafficDay> facts, LocalDate day, Scope scope) {
        return facts.stream()
                .filter(row -> row.day().equals(day) && row.scope() == scope)
                .mapToLong(row -> row.counts().sessions())
                .sum();
    }

    private static TrafficDay row(LocalDate day, Scope scope, TrafficSource from, Counts counts, Set<Quality> quality) {
        TrafficCounts whole = new TrafficCounts(
                counts.sessions(), counts.engaged(), counts.users(), counts.newUsers(), counts.keyEvents());
        return new TrafficDay(day, scope, from, whole, quality);
    }
}
