package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of runs: before, while, after. */
class RunsTest {

    @TempDir
    Path home;

    @BeforeEach
    void writeConfig() throws IOException {
        System.setProperty(PatientReports.ANSWERS, home.resolve("answers.log").toString());
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/nhip.yaml"),
                """
                workspace: shop
                name: Shop
                zone: Asia/Ho_Chi_Minh
                currency: VND
                language: en
                sync: {history-months: 1}
                accounts:
                  ga: {connector: patient-reports, settings: {}}
                """);
    }

    @Test
    void aPlanReadsNothingAndARunIsListedWithItsCounts() {
        NhipRun plan = nhip("sync", "--dry-run");
        assertThat(plan.code()).isZero();
        assertThat(plan.out()).contains("ga days:").contains("..");
        assertThat(home.resolve("answers.log")).doesNotExist();
        assertThat(nhip("runs").out()).contains("Nothing has been read yet");

        assertThat(nhip("sync").code()).isZero();
        assertThat(nhip("runs").out()).contains("ga").contains("done").contains("days");
        assertThat(nhip("runs", "--json").out())
                .contains("\"status\" : \"succeeded\"")
                .contains("\"next-due\" : \"20");
    }

    @Test
    void aBackfillReadsTheDaysThatAreNamed() throws IOException {
        NhipRun run = nhip("backfill", "--account", "ga", "--from", "2024-02-01", "--to", "2024-02-03");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(Files.readAllLines(home.resolve("answers.log")))
                .containsExactly("2024-02-01..2024-02-03 2024-02-01");
    }

    @Test
    void daysWithoutAnEndAreRefused() {
        assertThat(nhip("backfill").code()).isEqualTo(ExitCode.USAGE);
        NhipRun half = nhip("sync", "--from", "2024-02-01");
        assertThat(half.code()).isEqualTo(ExitCode.USAGE);
        assertThat(half.err()).contains("--from 2026-10-01 --to 2026-10-31");
        assertThat(nhip("sync", "--account", "gb").err()).contains("Known: ga");
    }

    private NhipRun nhip(String... arguments) {
        return NhipRun.nhip(home, arguments);
    }
}
