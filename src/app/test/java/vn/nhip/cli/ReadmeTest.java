package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the README says is there, is there. */
class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("nhip.root", "../.."));
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\| `([a-z]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @TempDir
    private Path home;

    @Test
    void theTableOfCommandsIsTheProgramsOwn() throws IOException {
        Set<String> said = new TreeSet<>();
        Matcher commands = COMMAND.matcher(readme());
        while (commands.find()) {
            said.add(commands.group(1));
        }
        Set<String> real = new TreeSet<>(new CommandLine(
                        new NhipCommand(),
                        new CommandFactory(new Surroundings(
                                new Terminal(
                                        new java.io.BufferedReader(java.io.Reader.nullReader()),
                                        new PrintWriter(Writer.nullWriter()),
                                        new PrintWriter(Writer.nullWriter()),
                                        false),
                                Map.of(),
                                Clock.systemUTC())))
                .getSubcommands()
                .keySet());
        real.remove("help");
        assertThat(said).isEqualTo(real);
    }

    @Test
    void everyCommandExplainsItselfWithAnExample() throws IOException {
        Matcher commands = COMMAND.matcher(readme());
        while (commands.find()) {
            NhipRun help = NhipRun.nhip(home, commands.group(1), "--help").done();
            assertThat(help.out()).as(commands.group(1)).contains("Example").contains("nhip " + commands.group(1));
        }
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        Matcher links = LINK.matcher(readme());
        while (links.find()) {
            assertThat(ROOT.resolve(links.group(1))).as(links.group(1)).exists();
        }
    }

    @Test
    void withoutAWorkspaceTheProgramSaysWhatToDo() {
        NhipRun run = NhipRun.nhip(home, "kpi");
        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err()).contains("nhip init").contains("nhip demo");
    }

    @Test
    void aWrongOptionIsAUsageErrorAndAWrongSettingAConfigurationError() throws IOException {
        assertThat(NhipRun.nhip(home, "kpi", "--nonsense").code()).isEqualTo(ExitCode.USAGE);
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/nhip.yaml"), "workspace: x\nzone: Nowhere\n");
        NhipRun wrong = NhipRun.nhip(home, "kpi");
        assertThat(wrong.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(wrong.err()).contains("nhip.yaml:2:7").contains("Nowhere");
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
