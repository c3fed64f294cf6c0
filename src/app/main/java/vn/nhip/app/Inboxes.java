package vn.nhip.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Delivery;
import vn.nhip.spi.Receiving;
import vn.nhip.store.Inbox;
import vn.nhip.sync.Opening;

/**
 * The door for what sources send of their own accord: one secret path for each account that takes deliveries.
 *
 * <p>Calls: any thread. What is answered with {@link Answer#KEPT} is durable, sealed, and read by the next sync.
 */
public final class Inboxes {

    /** The beginning of every path. */
    public static final String PATH = "/in/";

    private static final List<String> TYPES = List.of("application/json", "application/x-www-form-urlencoded");

    private final Opening opening;
    private final Inbox inbox;
    private final WorkspaceConfig config;
    private final Clock clock;
    private final long workspace;

    Inboxes(Opening opening, Inbox inbox, WorkspaceConfig config, Clock clock, long workspace) {
        this.opening = opening;
        this.inbox = inbox;
        this.config = config;
        this.clock = clock;
        this.workspace = workspace;
    }

    /** What the sender is told, as a status of HTTP; who knows no secret learns nothing more. */
    public enum Answer {
        KEPT(200),
        KNOWN(200),
        UNKNOWN_ADDRESS(404),
        REFUSED(401),
        UNSUPPORTED(415),
        NOT_NOW(503);

        private final int status;

        Answer(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** The answer, and the page to show to a person who sent a form, if the account names one. */
    public record Reply(Answer answer, Optional<String> thanks) {}

    /** An account that takes deliveries: its secret path, and how far it is. */
    public record Door(String account, String path, Optional<Inbox.Standing> standing) {}

    /** All doors. */
    public List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        for (AccountConfig account : config.accounts().values()) {
            if (takes(account)) {
                LocalDate today = LocalDate.now(clock.withZone(account.zone()));
                doors.add(new Door(account.name(), path(account), inbox.standing(account.name(), today)));
            }
        }
        return doors;
    }

    /** Takes a delivery at a path, or says why not. */
    public Reply receive(String path, Delivery delivery) {
        Optional<AccountConfig> account = behind(path);
        if (account.isEmpty()) {
            return new Reply(Answer.UNKNOWN_ADDRESS, Optional.empty());
        }
        String type = delivery.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (TYPES.stream().noneMatch(type::startsWith)) {
            return new Reply(Answer.UNSUPPORTED, Optional.empty());
        }
        try {
            String id = opening.accept(workspace, account.get(), delivery);
            boolean fresh = inbox.keep(
                    new Inbox.Accepted(account.get().name(), id, delivery.receivedAt(), type, delivery.body()),
                    account.get().zone());
            Optional<String> thanks =
                    Optional.ofNullable(account.get().settings().get("thanks")).filter(page -> !page.isEmpty());
            return new Reply(fresh ? Answer.KEPT : Answer.KNOWN, thanks);
        } catch (ConnectorException refused) {
            boolean ours = refused.kind() == ConnectorException.Kind.SETTINGS
                    || refused.kind().retryable();
            return new Reply(ours ? Answer.NOT_NOW : Answer.REFUSED, Optional.empty());
        }
    }

    /** Every path is compared in full, so that the time taken tells nothing. */
    private Optional<AccountConfig> behind(String path) {
        Optional<AccountConfig> found = Optional.empty();
        for (AccountConfig account : config.accounts().values()) {
            if (takes(account) && same(path(account), path)) {
                found = Optional.of(account);
            }
        }
        return found;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private boolean takes(AccountConfig account) {
        return opening.connectors().find(account.connector()).orElse(null) instanceof Receiving;
    }

    private String path(AccountConfig account) {
        return PATH + inbox.address(account.name(), account.connection().orElse(""));
    }
}
