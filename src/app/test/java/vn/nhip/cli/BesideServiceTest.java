package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;

/** What can be done while the service works on the same home. */
class BesideServiceTest {

    @TempDir
    private Path home;

    @Test
    void numbersAreReadBesideTheServiceAndNothingElseIsDone() throws IOException {
        RealInput.init(home, "shop", "Asia/Ho_Chi_Minh", "VND", "2026-10-01");
        try (Workplace service = Workplace.open(new Home(home), Clock.systemUTC())) {
            assertThat(service.config().id()).isEqualTo("shop");
            for (String command : new String[] {"kpi", "runs", "export", "doctor", "notices"}) {
                assertThat(run(command).done().err()).as(command).isEmpty();
            }
            assertThat(run("quarantine", "list").done().out()).contains("0 in quarantine");
            NhipRun refused = run("sync");
            assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
            assertThat(refused.err()).contains("Another Nhịp process");
        }
    }

    private NhipRun run(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--home";
        all[words.length + 1] = home.toString();
        return NhipRun.nhip(home, all);
    }
}
