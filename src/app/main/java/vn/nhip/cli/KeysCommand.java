package vn.nhip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.nhip.app.Home;
import vn.nhip.app.KeyChange;
import vn.nhip.config.ConfigFile;
import vn.nhip.export.Labels;

/** What is done with the keys. */
@Command(
        name = "keys",
        description = "Changes the key that seals tokens and personal data.",
        mixinStandardHelpOptions = true,
        subcommands = KeysCommand.Rotate.class,
        footer = {"", "Examples:", "  nhip keys rotate"})
final class KeysCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "rotate",
            description = "Seals everything with a fresh key and forgets the old one. Stop the service before. What is"
                    + " cut off is gone on with by the next call.",
            mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private HomeOption home = new HomeOption();

        Rotate(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Home place = home.home(surroundings);
            Labels labels = Labels.of(ConfigFile.read(place.configFile()).language());
            long sealed = KeyChange.rotate(place);
            surroundings
                    .terminal()
                    .out()
                    .println(labels.text(
                            "keys.rotated", Long.toString(sealed), place.keys().toString()));
            return ExitCode.DONE;
        }
    }
}
