package vn.nhip.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Grain;
import vn.nhip.spi.Secret;
import vn.nhip.store.Store;
import vn.nhip.store.Workspaces;

/** What must hold of feeds, of the list of files, of the morning mail and of spreadsheets, whatever database keeps them. */
@SuppressWarnings("NullAway.Init") // opened before each test
abstract class HandoutContract {

    private static final Instant START = Instant.parse("2026-11-22T22:00:00Z");
    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static final Feeds.Wanted SHEET =
            new Feeds.Wanted("Báo cáo", Feeds.Form.SHEETS, Feeds.Scope.TOTALS, Language.VI);

    @TempDir
    Path folder;

    private Store store;
    private Handouts here;
    private Handouts elsewhere;
    private Instant now = START;

    abstract Store open();

    @BeforeEach
    void start() {
        store = open();
        here = handouts("shop");
        elsewhere = handouts("other shop");
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private Handouts handouts(String workspace) {
        long id = new Workspaces(store)
                .ensure(new Workspaces.Workspace(workspace, ZoneId.of("Asia/Ho_Chi_Minh"), "VND", ""));
        return Handouts.of(store, id, new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    @Test
    void aFeedIsFoundByItsSecretInItsWorkspaceUntilItEnds() {
        Secret secret = here.feeds().make(SHEET, "mai");
        Secret other = here.feeds().make(SHEET, "mai");
        Feeds.Feed feed = here.feeds().find(secret).orElseThrow();
        assertThat(feed.wanted()).isEqualTo(SHEET);
        assertThat(elsewhere.feeds().find(secret)).isEmpty();
        assertThat(elsewhere.feeds().end(feed.id())).isFalse();
        assertThat(here.feeds().end(feed.id())).isTrue();
        assertThat(here.feeds().end(feed.id())).isFalse();
        assertThat(here.feeds().find(secret)).isEmpty();
        assertThat(here.feeds().find(other)).isPresent();
    }

    @Test
    void theStoreKnowsNoSecretOfAFeed() {
        String secret = here.feeds().make(SHEET, "mai").reveal();
        List<String> tokens = store.read(handle -> handle.createQuery("SELECT token FROM export_feed")
                .mapTo(String.class)
                .list());
        assertThat(tokens).singleElement().asString().doesNotContain(secret).hasSize(64);
    }

    @Test
    void whenAFeedWasReadLastIsKeptToTheMinute() {
        Secret secret = here.feeds().make(SHEET, "mai");
        here.feeds().read(here.feeds().find(secret).orElseThrow());
        now = START.plusSeconds(59);
        here.feeds().read(here.feeds().find(secret).orElseThrow());
        assertThat(here.feeds().list())
                .singleElement()
                .extracting(Feeds.Feed::readAt)
                .isEqualTo(of(START));
        now = START.plusSeconds(61);
        here.feeds().read(here.feeds().find(secret).orElseThrow());
        assertThat(here.feeds().list())
                .singleElement()
                .extracting(Feeds.Feed::readAt)
                .isEqualTo(of(now));
    }

    private static java.util.Optional<Instant> of(Instant instant) {
        return java.util.Optional.of(instant);
    }

    @Test
    void filesAreListedNewestFirstEachInItsWorkspace() {
        DayRange days = new DayRange(MONDAY.minusDays(30), MONDAY);
        here.log().note("mai", "a.xlsx", days, 7);
        here.log().note("nhip", "b.csv", days, 8);
        assertThat(here.log().last(10)).extracting(ExportLog.Handed::name).containsExactly("b.csv", "a.xlsx");
        assertThat(here.log().last(1)).hasSize(1);
        ExportLog.Handed first = here.log().find(1).orElseThrow();
        assertThat(first).isEqualTo(new ExportLog.Handed(1, START, "mai", "a.xlsx", days, 7));
        assertThat(elsewhere.log().last(10)).isEmpty();
        assertThat(elsewhere.log().find(1)).isEmpty();
    }

    private void join(String address, Grain cadence, LocalDate day) {
        assertThat(here.readers().add(new MorningReaders.Wanted(address, Language.VI, cadence), "mai", day))
                .isTrue();
    }

    private List<String> due() {
        return here.readers().due().stream()
                .map(mail -> mail.reader().wanted().address())
                .toList();
    }

    @Test
    void eachReaderGetsOneMailPerMorningOfTheirCadence() {
        LocalDate thursday = MONDAY.minusDays(4);
        join("day@shop.example", Grain.DAY, thursday);
        join("week@shop.example", Grain.WEEK, thursday);
        join("month@shop.example", Grain.MONTH, thursday);
        here.readers().announce(thursday);
        assertThat(due()).isEmpty();
        here.readers().announce(thursday.plusDays(1));
        here.readers().announce(thursday.plusDays(1));
        assertThat(due()).containsExactly("day@shop.example");
        here.readers().due().forEach(here.readers()::sent);
        here.readers().announce(thursday.plusDays(1));
        assertThat(due()).isEmpty();
        here.readers().announce(MONDAY);
        assertThat(due()).containsExactly("day@shop.example", "week@shop.example");
        here.readers().announce(MONDAY.plusWeeks(1));
        here.readers().due().forEach(here.readers()::sent);
        here.readers().announce(LocalDate.of(2026, 12, 1));
        assertThat(due()).containsExactly("day@shop.example", "month@shop.example");
        assertThat(elsewhere.readers().due()).isEmpty();
    }

    @Test
    void aMondayWithoutANightIsMadeUpOnTuesday() {
        join("week@shop.example", Grain.WEEK, MONDAY.minusDays(4));
        here.readers().announce(MONDAY.plusDays(1));
        assertThat(due()).containsExactly("week@shop.example");
        here.readers().due().forEach(here.readers()::sent);
        here.readers().announce(MONDAY.plusDays(2));
        assertThat(due()).isEmpty();
    }

    @Test
    void aMailThatDidNotGoIsTriedAgainLaterAndSaysWhy() {
        join("day@shop.example", Grain.DAY, MONDAY.minusDays(1));
        here.readers().announce(MONDAY);
        here.readers().due().forEach(mail -> here.readers().failed(mail, "the server is away"));
        assertThat(due()).isEmpty();
        assertThat(here.readers().list())
                .singleElement()
                .extracting(MorningReaders.Reader::failure)
                .isEqualTo("the server is away");
        now = START.plus(Duration.ofMinutes(1));
        assertThat(due()).hasSize(1);
        here.readers().due().forEach(mail -> here.readers().failed(mail, "the server is away"));
        now = START.plus(Duration.ofMinutes(2));
        assertThat(due()).isEmpty();
        now = START.plus(Duration.ofMinutes(3));
        here.readers().due().forEach(here.readers()::sent);
        assertThat(here.readers().list())
                .singleElement()
                .extracting(MorningReaders.Reader::failure)
                .isEqualTo("");
    }

    @Test
    void anAddressStandsOnceAndWhoIsRemovedGetsNothingMore() {
        join("day@shop.example", Grain.DAY, MONDAY.minusDays(1));
        MorningReaders.Wanted again = new MorningReaders.Wanted("day@shop.example", Language.EN, Grain.WEEK);
        assertThat(here.readers().add(again, "mai", MONDAY)).isFalse();
        here.readers().announce(MONDAY);
        assertThat(elsewhere.readers().remove(1)).isFalse();
        assertThat(here.readers().remove(1)).isTrue();
        assertThat(due()).isEmpty();
    }

    @Test
    void oneAddressIsOneAddress() {
        assertThat(List.of("mai@shop.example", "a.b+c@x.vn")).allMatch(MorningReaders.Wanted::looksLikeAddress);
        assertThat(List.of("", "mai", "mai@shop", "a@b.vn,c@d.vn", "Mai <a@b.vn>", "a@b.vn\r\nBcc: c@d.vn", "@b.vn"))
                .noneMatch(MorningReaders.Wanted::looksLikeAddress);
    }

    private static Sheets.Wanted sheet(String spreadsheet, Feeds.Scope scope) {
        return new Sheets.Wanted(spreadsheet, "google", scope, Language.VI);
    }

    private Sheets.Sheet only() {
        return here.sheets().list().get(0);
    }

    @Test
    void aSpreadsheetIsWrittenAtOnceThenEachMorningAndWhenSomebodyAsks() {
        here.sheets().put(sheet("a", Feeds.Scope.TOTALS), "mai");
        assertThat(here.sheets().due()).containsExactly(only());
        assertThat(only().written()).isEmpty();
        here.sheets().written(only(), "Báo cáo");
        assertThat(here.sheets().due()).isEmpty();
        assertThat(only().title()).isEqualTo("Báo cáo");
        assertThat(only().written()).isEqualTo(of(START));
        here.sheets().announce();
        assertThat(here.sheets().due()).hasSize(1);
        here.sheets().written(only(), "Báo cáo");
        here.sheets().ask(only().id());
        assertThat(here.sheets().due()).hasSize(1);
        assertThat(elsewhere.sheets().list()).isEmpty();
        elsewhere.sheets().announce();
        assertThat(elsewhere.sheets().remove(1)).isFalse();
        assertThat(here.sheets().remove(1)).isTrue();
        assertThat(here.sheets().list()).isEmpty();
    }

    @Test
    void aSpreadsheetThatIsAddedAgainIsChangedAndStandsOnce() {
        here.sheets().put(sheet("a", Feeds.Scope.TOTALS), "mai");
        here.sheets().failed(only(), "too-large");
        here.sheets().put(sheet("a", Feeds.Scope.ALL), "lan");
        here.sheets().put(sheet("b", Feeds.Scope.ALL), "lan");
        assertThat(here.sheets().list()).hasSize(2);
        assertThat(only().wanted()).isEqualTo(sheet("a", Feeds.Scope.ALL));
        assertThat(only().failure()).isEmpty();
        assertThat(only().madeBy()).isEqualTo("lan");
        assertThat(here.sheets().find(2)).isPresent();
        assertThat(here.sheets().find(3)).isEmpty();
    }

    @Test
    void whatWaitingMayMendIsTriedAgainLaterAndLaterAndTheRestIsLeftToPeople() {
        here.sheets().put(sheet("a", Feeds.Scope.TOTALS), "mai");
        here.sheets().later(only(), "away", java.util.Optional.empty());
        assertThat(here.sheets().due()).isEmpty();
        assertThat(only().due()).isEqualTo(of(START.plusSeconds(60)));
        now = START.plusSeconds(60);
        here.sheets().later(only(), "away", java.util.Optional.empty());
        assertThat(only().due()).isEqualTo(of(START.plusSeconds(180)));
        here.sheets().later(only(), "slow-down", java.util.Optional.of(Duration.ofSeconds(7)));
        assertThat(only().due()).isEqualTo(of(START.plusSeconds(67)));
        assertThat(only().attempts()).isEqualTo(3);
        here.sheets().failed(only(), "not-shared");
        assertThat(only().due()).isEmpty();
        assertThat(only().failure()).isEqualTo("not-shared");
        here.sheets().announce();
        assertThat(here.sheets().due())
                .singleElement()
                .extracting(Sheets.Sheet::attempts)
                .isEqualTo(0);
        here.sheets().written(only(), "x");
        assertThat(only().failure()).isEmpty();
    }
}
