package vn.nhip.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.nhip.app.Connecting;
import vn.nhip.export.Labels;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Setting;

/** Where {@code nhip connect} finds what is secret. */
final class ConnectSecrets {

    @Option(names = "--client-id", paramLabel = "ID", description = "Your app at the provider; or NHIP_CLIENT_ID.")
    private @Nullable String clientId;

    @Option(names = "--client-secret-file", paramLabel = "FILE", description = "A file that holds the app's secret.")
    private @Nullable Path clientSecret;

    @Option(names = "--service-account", paramLabel = "FILE", description = "The JSON key of a service account.")
    private @Nullable Path serviceAccount;

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file that holds the token.")
    private @Nullable Path token;

    @Option(
            names = "--new-secret",
            description =
                    "Make the secret here, for an inbox whose source signs with nothing or with what you give it.")
    private boolean fresh;

    @Option(
            names = "--secret-file",
            paramLabel = "SETTING=FILE",
            description = "A file that holds one of the connector's own secrets, such as developer-token.")
    private Map<String, Path> settings = Map.of();

    /** The way that the options speak of, if they do. */
    Optional<Auth.Way> way() {
        if (serviceAccount != null) {
            return Optional.of(Auth.Way.SERVICE_ACCOUNT);
        }
        if (token != null || fresh) {
            return Optional.of(Auth.Way.TOKEN);
        }
        return clientId == null ? Optional.empty() : Optional.of(Auth.Way.OAUTH_CODE);
    }

    Asking asking(Surroundings surroundings, Labels labels, String provider) {
        return new Asking(surroundings, labels, provider);
    }

    /** Reads what was given and asks for the rest. */
    final class Asking {

        private final Surroundings surroundings;
        private final SecretInput input;
        private final Labels labels;
        private final String provider;

        private Asking(Surroundings surroundings, Labels labels, String provider) {
            this.surroundings = surroundings;
            this.input = new SecretInput(surroundings.terminal());
            this.labels = labels;
            this.provider = provider;
        }

        String clientId() {
            return Optional.ofNullable(clientId)
                    .or(() -> environment("NHIP_CLIENT_ID"))
                    .orElseGet(() -> input.asked(labels.text("connect.client-id", provider))
                            .reveal());
        }

        Secret clientSecret() {
            return input.given(
                    clientSecret, environment("NHIP_CLIENT_SECRET"), labels.text("connect.client-secret", provider));
        }

        Secret token() {
            if (fresh) {
                return SecretInput.made();
            }
            String own = "connect.token-" + provider;
            return input.given(token, Optional.empty(), labels.text(labels.has(own) ? own : "connect.token", provider));
        }

        Secret keyFile() {
            if (serviceAccount == null) {
                throw new CommandException(ExitCode.USAGE, "Name the JSON key with --service-account FILE.");
            }
            return input.file(serviceAccount);
        }

        /** The connectors' own secrets: from files, else as they were before, else asked where they are needed. */
        Map<String, Secret> settings(Connecting.Wanted wanted, Map<String, Secret> before) {
            Map<String, Secret> secrets = new TreeMap<>();
            for (Setting setting : wanted.secrets()) {
                Optional<Secret> known = Optional.ofNullable(settings.get(setting.name()))
                        .map(input::file)
                        .or(() -> Optional.ofNullable(before.get(setting.name())));
                known.or(() -> setting.fallback().isPresent()
                                ? Optional.empty()
                                : Optional.of(input.asked(setting.name() + " (" + setting.help() + ")")))
                        .ifPresent(secret -> secrets.put(setting.name(), secret));
            }
            return secrets;
        }

        private Optional<String> environment(String name) {
            return Optional.ofNullable(surroundings.environment().get(name)).filter(value -> !value.isBlank());
        }
    }
}
