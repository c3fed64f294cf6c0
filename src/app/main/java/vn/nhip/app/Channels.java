package vn.nhip.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.nhip.config.Nights;
import vn.nhip.config.OperatorConfig;
import vn.nhip.config.OperatorFile;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.connection.Credentials;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.notice.Channel;
import vn.nhip.notice.MailChannel;
import vn.nhip.notice.WebhookChannel;
import vn.nhip.spi.Secret;

/** The channels that the workspace wants and the operator allows. */
record Channels(Credentials credentials, OperatorConfig operator, Clock clock, long workspace) {

    /**
     * Refuses a workspace that wants mail where the operator named no server.
     *
     * @throws YamlException also when the operator's file is wrong
     */
    static void check(Home home, WorkspaceConfig config) {
        OperatorConfig operator = OperatorFile.read(home.operatorFile());
        if (!config.nights().receivers().mail().isEmpty() && operator.mail().isEmpty()) {
            throw new YamlException(
                    List.of(home.configFile() + ": 'notices' names mail addresses, but " + home.operatorFile()
                            + " names no mail server; write 'mail' there, as config/operator.yaml shows"));
        }
    }

    List<Channel> of(WorkspaceConfig config) {
        Nights.Receivers receivers = config.nights().receivers();
        List<Channel> channels = new ArrayList<>();
        if (!receivers.mail().isEmpty()) {
            channels.add(mail(receivers.mail(), config).orElseThrow());
        }
        if (receivers.webhook()) {
            channels.add(new WebhookChannel(
                    secret(Receiver.WEBHOOK), operator.provider(Receiver.WEBHOOK.id()), config.name(), clock));
        }
        return channels;
    }

    /** Mail to these, where the operator named a server. */
    Optional<Channel> mail(List<String> to, WorkspaceConfig config) {
        return operator.mail().map(server -> new MailChannel(server, to, config.name(), secret(Receiver.MAIL), clock));
    }

    private Supplier<Secret> secret(Receiver receiver) {
        return () -> credentials
                .lend(workspace, receiver.id(), receiver.auth())
                .access()
                .token();
    }
}
