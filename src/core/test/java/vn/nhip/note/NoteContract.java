package vn.nhip.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.store.Store;
import vn.nhip.store.Workspaces;

/** What must hold of notes, whatever database keeps them. */
@SuppressWarnings("NullAway.Init") // opened before each test
abstract class NoteContract {

    private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Optional<String> SALES = Optional.of("sales");

    @TempDir
    Path folder;

    private Store store;
    private Notes here;
    private Notes elsewhere;

    abstract Store open();

    @BeforeEach
    void start() {
        store = open();
        here = notes("shop");
        elsewhere = notes("other shop");
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private Notes notes(String workspace) {
        long id = new Workspaces(store)
                .ensure(new Workspaces.Workspace(workspace, ZoneId.of("Asia/Ho_Chi_Minh"), "VND", ""));
        return new Notes(store, id, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aKpiHasItsOwnNotesAndThoseOfAllTheLatestDayFirst() {
        here.write(SALES, DAY, "Giảm giá 20 %", "mai");
        here.write(Optional.empty(), DAY.plusDays(1), "Website lỗi", "lan");
        here.write(Optional.of("leads"), DAY, "Đổi biểu mẫu", "mai");
        assertThat(here.of("sales", DAY))
                .containsExactly(
                        new Note(2, Optional.empty(), DAY.plusDays(1), "Website lỗi", "lan", NOW),
                        new Note(1, SALES, DAY, "Giảm giá 20 %", "mai", NOW));
        assertThat(here.of("sales", DAY.plusDays(1))).hasSize(1);
        assertThat(elsewhere.of("sales", DAY)).isEmpty();
    }

    @Test
    void aNoteIsTakenAwayOnceAndInItsWorkspaceOnly() {
        here.write(SALES, DAY, "Giảm giá 20 %", "mai");
        assertThat(elsewhere.find(1)).isEmpty();
        assertThat(elsewhere.remove(1)).isFalse();
        assertThat(here.find(1)).map(Note::by).hasValue("mai");
        assertThat(here.remove(1)).isTrue();
        assertThat(here.remove(1)).isFalse();
        assertThat(here.of("sales", DAY)).isEmpty();
    }
}
