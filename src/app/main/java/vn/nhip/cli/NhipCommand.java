package vn.nhip.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself: prints what it can do. */
@Command(
        name = "nhip",
        description = "Trustworthy marketing KPIs, from your sources to your spreadsheet.",
        mixinStandardHelpOptions = true,
        version = "nhip 0.1.0",
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            FilesCommand.class,
            ImportCommand.class,
            ConnectCommand.class,
            ConnectorCommand.class,
            AccountsCommand.class,
            CheckCommand.class,
            InboxCommand.class,
            SyncCommand.class,
            BackfillCommand.class,
            RunsCommand.class,
            ServeCommand.class,
            NoticesCommand.class,
            KpiCommand.class,
            ExplainCommand.class,
            ExportCommand.class,
            QuarantineCommand.class,
            KeysCommand.class,
            DoctorCommand.class,
            HelpCommand.class
        },
        footer = {"", "Exit codes: 0 done, 1 something failed, 2 wrong usage, 3 a file that you write is wrong."})
final class NhipCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
