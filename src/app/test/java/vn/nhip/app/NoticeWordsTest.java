package vn.nhip.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.notice.Letter;
import vn.nhip.store.Notice;

class NoticeWordsTest {

    /** What the notices of each kind are about, as they are written. */
    private static final List<Map<String, String>> ABOUT = List.of(
            Map.of("account", "ads", "stream", "days", "kind", "unavailable", "message", "it is away"),
            Map.of(
                    "connection",
                    "google",
                    "provider",
                    "google",
                    "message",
                    "withdrawn",
                    "ends",
                    "2026-12-01T00:00:00Z"),
            Map.of("grain", "week", "start", "2026-11-16", "missing", ""),
            Map.of("grain", "month", "start", "2026-11-01", "missing", "ads, site"),
            Map.of("account", "ads", "slice", "2026-11", "expected", "40"),
            Map.of("account", "ads", "what", "total", "day", "2026-11-01", "measure", "cost"),
            Map.of("account", "ads", "what", "zone", "configured", "Asia/Ho_Chi_Minh", "source", "Europe/Paris"),
            Map.of("account", "ads", "what", "drift", "message", "an unknown field"),
            Map.of("file", "kpi_shop.xlsx", "message", "it is open in another program."),
            Map.of("connector", "google-ads", "version", "v23", "last-day", "2027-02-01"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyNoticeSaysWhatHappenedInOneLineAndNamesAllThatItIsAbout(Language language) {
        for (Notice.Kind kind : Notice.Kind.values()) {
            List<Letter.Words> said = ABOUT.stream()
                    .filter(about -> fits(kind, about))
                    .map(about -> new NoticeWords(config(language)).of(new Notice(kind, "key", about)))
                    .toList();
            assertThat(said).as(kind.id()).isNotEmpty().allSatisfy(words -> {
                assertThat(words.title()).isNotBlank().doesNotContain("\n", "{");
                assertThat(words.text()).isNotBlank().doesNotContain("{");
            });
        }
        assertThat(new NoticeWords(config(language)).test().title()).isNotBlank();
    }

    private static boolean fits(Notice.Kind kind, Map<String, String> about) {
        return switch (kind) {
            case SYNC_FAILED -> about.containsKey("stream");
            case RECONNECT, CONNECTION_ENDS -> about.containsKey("connection");
            case EXPORT_FAILED -> about.containsKey("file");
            case NUMBERS_READY -> about.containsKey("grain");
            case SUSPICIOUS -> about.containsKey("slice") || about.containsKey("measure");
            case SOURCE_CHANGED -> about.containsKey("source") || about.containsValue("drift");
            case VERSION_ENDS -> about.containsKey("connector");
        };
    }

    private static WorkspaceConfig config(Language language) {
        WorkspaceConfig.Calendar calendar = new WorkspaceConfig.Calendar(
                ZoneId.of("Asia/Ho_Chi_Minh"), Currency.getInstance("VND"), Optional.empty(), Optional.empty());
        return new WorkspaceConfig("shop", "Shop", calendar, language, false, Map.of(), Map.of(), Map.of());
    }
}
