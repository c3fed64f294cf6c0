package vn.nhip.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.review.Reviews.Ruling;
import vn.nhip.store.Store;
import vn.nhip.store.Workspaces;

/** What must hold of reviews, whatever database keeps them. */
@SuppressWarnings("NullAway.Init") // opened before each test
abstract class ReviewContract {

    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Review.Seen SEEN =
            new Review.Seen(Optional.of(new BigDecimal("1234567.89")), Optional.of(new BigDecimal("0.025")), 12, 30);

    @TempDir
    Path folder;

    private Store store;
    private Reviews reviews;

    abstract Store open();

    @BeforeEach
    void start() {
        store = open();
        reviews = reviews("shop");
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private Reviews reviews(String workspace) {
        long id = new Workspaces(store)
                .ensure(new Workspaces.Workspace(workspace, ZoneId.of("Asia/Ho_Chi_Minh"), "VND", ""));
        return new Reviews(store, id, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void nothing() {}

    private static Ruling ruling(String kpi, Decision decision) {
        return new Ruling(kpi, decision, SEEN, "mai");
    }

    private static Decision replace(String successor) {
        return new Decision(Decision.Kind.REPLACE, "Đếm trùng", Optional.empty(), Optional.of(successor));
    }

    private static Decision target(String target) {
        return new Decision(
                Decision.Kind.TARGET, "Quá dễ\n\"<b>\"", Optional.of(new BigDecimal(target)), Optional.empty());
    }

    @Test
    void aDecisionIsKeptWithItsReasonWhoAndWhenAndHowTheKpiStood() {
        reviews.decide(OCTOBER, List.of(ruling("sales", target("600000"))), ReviewContract::nothing);
        assertThat(reviews.of(OCTOBER))
                .containsExactly(new Review(1, OCTOBER, "sales", target("600000"), SEEN, "mai", NOW));
    }

    @Test
    void whoeverThinksBetterOfItDecidesOnceMoreAndTheFirstDecisionStays() {
        reviews.decide(OCTOBER, List.of(ruling("sales", Decision.keep(""))), ReviewContract::nothing);
        reviews.decide(OCTOBER, List.of(ruling("sales", target("700000"))), ReviewContract::nothing);
        assertThat(reviews.of(OCTOBER))
                .extracting(review -> review.decision().kind())
                .containsExactly(Decision.Kind.KEEP, Decision.Kind.TARGET);
        assertThat(reviews.of("sales"))
                .extracting(review -> review.decision().kind())
                .containsExactly(Decision.Kind.TARGET, Decision.Kind.KEEP);
    }

    @Test
    void theHistoryOfAKpiTellsWhosePlaceItTook() {
        YearMonth november = OCTOBER.plusMonths(1);
        reviews.decide(OCTOBER, List.of(ruling("leads", replace("inquiries"))), ReviewContract::nothing);
        reviews.decide(november, List.of(ruling("inquiries", Decision.keep("tốt"))), ReviewContract::nothing);
        assertThat(reviews.of("inquiries")).extracting(Review::kpi).containsExactly("inquiries", "leads");
        assertThat(reviews.of("leads")).extracting(Review::decision).containsExactly(replace("inquiries"));
        assertThat(reviews.months()).containsExactly(november, OCTOBER);
    }

    @Test
    void whatCannotTakeEffectIsNotDecided() {
        List<Ruling> two = List.of(ruling("sales", target("1")), ruling("leads", Decision.keep("")));
        assertThatThrownBy(() -> reviews.decide(OCTOBER, two, () -> {
                    throw new IllegalStateException("the file is laid out in another way");
                }))
                .hasMessageContaining("laid out");
        assertThat(reviews.of(OCTOBER)).isEmpty();
        List<String> effects = new ArrayList<>();
        reviews.decide(OCTOBER, two, () -> effects.add("done"));
        assertThat(reviews.of(OCTOBER)).hasSize(2);
        assertThat(effects).containsExactly("done");
    }

    @Test
    void noWorkspaceSeesTheReviewsOfAnother() {
        reviews.decide(OCTOBER, List.of(ruling("sales", Decision.keep(""))), ReviewContract::nothing);
        Reviews strangers = reviews("other shop");
        assertThat(strangers.of(OCTOBER)).isEmpty();
        assertThat(strangers.of("sales")).isEmpty();
        assertThat(strangers.months()).isEmpty();
    }

    @Test
    void whateverIsNotKeptNeedsAReasonAndWhatComesInstead() {
        assertThatThrownBy(() -> new Decision(Decision.Kind.DROP, " ", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision(Decision.Kind.TARGET, "why", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision(Decision.Kind.REPLACE, "why", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
