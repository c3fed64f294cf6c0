package vn.nhip.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.app.Connecting;
import vn.nhip.app.Filing;
import vn.nhip.app.FoundAccounts;
import vn.nhip.app.Onboarding;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.connection.ConsentException;
import vn.nhip.connection.Consents;
import vn.nhip.connection.Credential;
import vn.nhip.spi.Auth;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.Setting;
import vn.nhip.spi.SourceNotes;
import vn.nhip.web.page.SeenAccount;

/** Calls vendors while somebody connects, on threads of its own: a slow vendor holds up no page. */
final class ConnectWork {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectWork.class);
    private static final int AT_ONCE = 4;
    private static final int WAITING = 20;
    private static final int SHOWN = 5;
    private static final int A_WEEK = 7;
    private static final int A_QUARTER = 90;

    private final Workplace workplace;
    private final SyncDesk syncs;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING), work -> {
                Thread thread = new Thread(work, "connect");
                thread.setDaemon(true);
                return thread;
            });

    ConnectWork(Workplace workplace, SyncDesk syncs) {
        this.workplace = workplace;
        this.syncs = syncs;
        threads.allowCoreThreadTimeOut(true);
    }

    /** Makes the connection of a key or token, and sees what it reaches. */
    void connect(Draft draft, Auth auth, Credential credential) {
        begin(draft, () -> {
            connecting().make(draft.of().connection(), auth, credential);
            connected(draft);
        });
    }

    /** Makes the connection that somebody agreed to. */
    void exchange(Draft draft, Draft.Asked asked, Consents.Agreed agreed) {
        draft.answered();
        begin(draft, () -> {
            connecting().make(agreed, asked.clientSecret(), asked.secrets());
            connected(draft);
        });
    }

    /** Sees what a connection that is there already reaches. */
    void find(Draft draft) {
        begin(draft, () -> reach(draft));
    }

    /** Looks at these accounts: whether they answer, their days and currency, and their first records. */
    void look(Draft draft, Set<String> ids, Map<String, String> settings) {
        FoundAccounts found = draft.found().orElseThrow();
        begin(draft, () -> draft.review(looks(found.entries(ids, settings))));
    }

    /** Reads a file that somebody sent, to the end, and keeps nothing of it. */
    void look(Draft draft, Path file, Filing.Wanted wanted) {
        begin(draft, () -> draft.show(workplace.filing().look(file, wanted)));
    }

    private void connected(Draft draft) {
        if (draft.of().again()) {
            List<String> accounts = accountsOf(draft.of().connection());
            syncs.startOrQueue(accounts);
            draft.read(accounts);
        } else {
            reach(draft);
        }
    }

    private List<String> accountsOf(String connection) {
        return workplace.config().accounts().values().stream()
                .filter(account ->
                        account.connection().filter(connection::equals).isPresent())
                .map(AccountConfig::name)
                .toList();
    }

    private void reach(Draft draft) {
        FoundAccounts found =
                onboarding().found(draft.of().connector(), draft.of().connection());
        draft.choose(found);
        List<FoundAccounts.Row> rows = found.rows();
        boolean plain = rows.size() == 1
                && rows.get(0).known().isEmpty()
                && settings(draft).isEmpty();
        if (plain) {
            draft.waits();
            draft.review(looks(found.entries(Set.of(rows.get(0).account().id()))));
        }
    }

    /** What only the user knows, or may want otherwise. */
    private List<Setting> settings(Draft draft) {
        return workplace.connectors().require(draft.of().connector()).spec().settings().stream()
                .filter(setting -> setting.type() != Setting.Type.SECRET)
                .toList();
    }

    private List<SeenAccount> looks(List<AccountConfig> accounts) {
        return accounts.stream().map(this::look).toList();
    }

    private SeenAccount look(AccountConfig account) {
        SourceNotes notes = onboarding().check(account);
        Map<String, Page> pages = onboarding().firstPages(account, onboarding().lastDays(A_WEEK));
        if (facts(pages).size() < SHOWN) {
            pages = onboarding().firstPages(account, onboarding().lastDays(A_QUARTER));
        }
        boolean later = pages.values().stream().anyMatch(page -> page.readyIn().isPresent());
        return new SeenAccount(said(account, notes), notes, facts(pages), later);
    }

    /** Days and currency are the source's, where it says which. */
    private static AccountConfig said(AccountConfig account, SourceNotes notes) {
        return new AccountConfig(
                account.name(),
                account.title(),
                account.connector(),
                notes.zone().orElse(account.zone()),
                notes.currency().orElse(account.currency()),
                account.settings(),
                account.connection(),
                account.heldBackLimit());
    }

    /** A few of every stream. */
    private static List<Fact> facts(Map<String, Page> pages) {
        List<Fact> facts = new ArrayList<>();
        for (Page page : new TreeMap<>(pages).values()) {
            page.facts().stream()
                    .filter(envelope -> !envelope.silent())
                    .map(Envelope::fact)
                    .limit(SHOWN)
                    .forEach(facts::add);
        }
        return facts.subList(0, Math.min(SHOWN, facts.size()));
    }

    private void begin(Draft draft, Runnable task) {
        draft.waits();
        try {
            threads.execute(() -> attempt(draft, task));
        } catch (RejectedExecutionException full) {
            draft.refused("busy", "");
        }
    }

    private void attempt(Draft draft, Runnable task) {
        try {
            task.run();
        } catch (ConnectorException failed) {
            forget(draft, failed);
            draft.failed(failed.kind(), String.valueOf(failed.getMessage()));
        } catch (ConsentException no) {
            draft.refused("consent", String.valueOf(no.getMessage()));
        } catch (RuntimeException fault) {
            LOG.error("connecting {} failed", draft.of().connector(), fault);
            draft.refused("fault", "");
        }
    }

    /** A new connection whose credential is refused is worth nothing: it is not left lying about. */
    private void forget(Draft draft, ConnectorException failed) {
        String name = draft.of().connection();
        boolean unused = !draft.of().again() && accountsOf(name).isEmpty();
        if (failed.kind() == ConnectorException.Kind.ACCESS && unused) {
            connecting().find(name).ifPresent(connecting()::remove);
        }
    }

    private Connecting connecting() {
        return workplace.connecting();
    }

    private Onboarding onboarding() {
        return workplace.onboarding();
    }
}
