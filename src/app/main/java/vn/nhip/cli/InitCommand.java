package vn.nhip.cli;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhip.app.Home;
import vn.nhip.app.PlainName;
import vn.nhip.app.Workplace;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.CatalogueFiles;
import vn.nhip.catalogue.Texts;
import vn.nhip.config.ConfigFile;
import vn.nhip.config.ConfigText;
import vn.nhip.config.Proposal;
import vn.nhip.config.Setup;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.Language;

/** Asks the guide's five questions and writes {@code nhip.yaml} with the KPIs, targets and owners that follow. */
@Command(
        name = "init",
        description = "Asks five questions and writes config/nhip.yaml: the KPIs to follow, their targets and owners."
                + " Run again later, it proposes targets from your own history and keeps your accounts.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  nhip init",
            "  nhip init --yes --name \"Cửa hàng Mẫu\" --goals grow-revenue --departments marketing,sales"
        })
final class InitCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private SetupOptions answers = new SetupOptions();

    @Option(names = "--name", description = "The business's name.")
    private @Nullable String name;

    @Option(
            names = "--zone",
            defaultValue = "Asia/Ho_Chi_Minh",
            description = "Whose days count; default ${DEFAULT-VALUE}.")
    private String zone = "Asia/Ho_Chi_Minh";

    @Option(names = "--currency", defaultValue = "VND", description = "Business currency; default ${DEFAULT-VALUE}.")
    private String currency = "VND";

    @Option(names = "--language", defaultValue = "vi", description = "vi or en; default ${DEFAULT-VALUE}.")
    private Language language = Language.VI;

    @Option(
            names = "--history-complete-since",
            paramLabel = "DAY",
            description = "First day from which every order will be here; without it new customers stay undefined.")
    private @Nullable LocalDate historySince;

    @Option(names = "--yes", description = "Ask nothing: take the options and defaults.")
    private boolean yes;

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Home place = home.home(surroundings);
        Optional<WorkspaceConfig> earlier = Files.isRegularFile(place.configFile())
                ? Optional.of(ConfigFile.read(place.configFile()))
                : Optional.empty();
        Questions questions = new Questions(surroundings.terminal(), language, yes);
        String business = questions.text(
                earlier.map(WorkspaceConfig::name).orElse(name == null ? "" : name),
                new Texts("Tên doanh nghiệp?", "What is the business called?"),
                name != null || earlier.isPresent());
        Setup setup = answers.ask(questions, earlier.flatMap(WorkspaceConfig::setup));
        Catalogue catalogue = CatalogueFiles.read(place.catalogueFolders());
        Proposal proposal = Proposal.of(setup, catalogue, language, history(place, earlier));
        WorkspaceConfig config = config(business, earlier, setup, proposal);
        ConfigFile.write(place.configFile(), ConfigText.of(config, catalogue, proposal.notes()));
        surroundings.terminal().out().println(place.configFile());
        return ExitCode.DONE;
    }

    /** Values of the last complete periods, where there already are some. */
    private Function<String, List<BigDecimal>> history(Home place, Optional<WorkspaceConfig> earlier) {
        if (earlier.isEmpty() || !Files.isRegularFile(place.database())) {
            return kpi -> List.of();
        }
        Map<String, List<BigDecimal>> values;
        try (Workplace workplace = Workplace.open(place, surroundings.clock())) {
            values = workplace.acts().recentValues();
        }
        return kpi -> values.getOrDefault(kpi, List.of());
    }

    private WorkspaceConfig config(String business, Optional<WorkspaceConfig> earlier, Setup setup, Proposal proposal) {
        if (earlier.isPresent()) {
            WorkspaceConfig old = earlier.get();
            return new WorkspaceConfig(
                    old.id(),
                    business,
                    old.calendar(),
                    old.language(),
                    old.sample(),
                    old.accounts(),
                    old.sourcesOfTruth(),
                    proposal.kpis(),
                    Optional.of(setup));
        }
        return new WorkspaceConfig(
                PlainName.of(business),
                business,
                new WorkspaceConfig.Calendar(zone(), currency(), Optional.ofNullable(historySince), Optional.empty()),
                language,
                false,
                Map.of(),
                Map.of(),
                proposal.kpis(),
                Optional.of(setup));
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new CommandException(ExitCode.USAGE, "No time zone '" + zone + "'; one is Asia/Ho_Chi_Minh.");
        }
    }

    private Currency currency() {
        try {
            return Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new CommandException(ExitCode.USAGE, "No currency '" + currency + "'; one is VND.");
        }
    }
}
