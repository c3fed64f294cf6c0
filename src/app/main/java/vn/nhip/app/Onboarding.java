package vn.nhip.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.AccountFinder;
import vn.nhip.spi.AccountFinder.Found;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.SourceNotes;
import vn.nhip.sync.Opening;

/** What happens before the first sync of an account: its source is looked at, nothing is kept, then it is taken in. */
public final class Onboarding {

    private final Workplace workplace;
    private final Opening opening;
    private final long workspace;

    Onboarding(Workplace workplace, Opening opening, long workspace) {
        this.workplace = workplace;
        this.opening = opening;
        this.workspace = workspace;
    }

    /**
     * What a connection reaches, or every connection of a connector's provider, or all of them when nothing is named.
     *
     * @throws vn.nhip.spi.ConnectorException SETTINGS when there is no such connection or connector
     */
    public List<FoundAccounts> found(String connectionOrConnector) {
        return workplace.connecting().reached(connectionOrConnector, workplace.config());
    }

    /** What a connection reaches through one connector; where that cannot be asked, the one account that settings name. */
    public FoundAccounts found(String connector, String connection) {
        boolean asked = opening.connectors().require(connector) instanceof AccountFinder;
        List<Found> found = asked ? opening.find(workspace, connector, connection) : List.of(alone(connector));
        return new FoundAccounts(connector, connection, found, workplace.config());
    }

    private Found alone(String connector) {
        ConnectorSpec spec = opening.connectors().require(connector).spec();
        return new Found(
                spec.id(),
                spec.title(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    /**
     * Makes sure that an account's source answers, and returns what it says of itself.
     *
     * @throws vn.nhip.spi.ConnectorException with the kind of who acts next
     */
    public SourceNotes check(AccountConfig account) {
        return opening.check(workspace, account);
    }

    /** Reads the first page of each stream of an account for these days, and keeps nothing. */
    public Map<String, Page> firstPages(AccountConfig account, DayRange days) {
        return opening.firstPages(workspace, account, days);
    }

    /**
     * Writes these accounts into {@code nhip.yaml}, to be read from now on, and the first day of complete order history
     * where somebody named it.
     *
     * @throws vn.nhip.kit.yaml.YamlException when the file is laid out so that they cannot be written
     */
    public void takeIn(List<AccountConfig> accounts, Optional<LocalDate> historySince) {
        Path file = workplace.home().configFile();
        workplace.rewrite(text -> {
            String with = AccountEntry.with(file, text, accounts);
            return historySince.map(day -> AccountEntry.since(file, with, day)).orElse(with);
        });
    }

    /** The last days that are over, in the business zone. */
    public DayRange lastDays(int count) {
        LocalDate yesterday = workplace.today().minusDays(1);
        return new DayRange(yesterday.minusDays(count - 1L), yesterday);
    }
}
