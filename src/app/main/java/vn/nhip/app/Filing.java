package vn.nhip.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.Access;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Inspector;
import vn.nhip.sync.Opening;

/** Files that people send: looked at whole, then put into the folder of an account, which is made where it is new. */
public final class Filing {

    /** The mapping that is proposed for a file of its own, beside those that come along. */
    public static final String OWN = "own";

    private static final String CONNECTOR = "files";
    private static final String PATH = "path";
    private static final String MAPPING = "mapping";

    private final Workplace workplace;
    private final Opening opening;
    private final long workspace;

    Filing(Workplace workplace, Opening opening, long workspace) {
        this.workplace = workplace;
        this.opening = opening;
        this.workspace = workspace;
    }

    /** How a file is to be read: as a known account does it, or by a mapping and what was answered; in this zone and currency. */
    public record Wanted(
            Optional<String> account, String mapping, Map<String, String> answers, ZoneId zone, Currency currency) {

        public Wanted {
            answers = Map.copyOf(answers);
        }
    }

    /**
     * A file and what it would give.
     *
     * <p>Shape: {@code ready} are mappings that come along and read it, {@code account} the entry that would be written
     * or is there; nothing was tried while something must be decided first.
     */
    public record Look(
            Path file,
            Wanted wanted,
            List<String> ready,
            List<Inspector.Choice> choices,
            boolean complete,
            AccountConfig account,
            Trial trial) {

        public String name() {
            return file.getFileName().toString();
        }
    }

    /** Where files wait. */
    public DraftFolder drafts() {
        return new DraftFolder(workplace.home().folder().resolve("data/drafts"), workplace.clock());
    }

    /** The accounts whose folder takes files. */
    public List<AccountConfig> accounts() {
        return workplace.config().accounts().values().stream()
                .filter(account -> account.connector().equals(CONNECTOR))
                .filter(account -> !Files.isRegularFile(folder(account)))
                .toList();
    }

    /**
     * Reads the whole file, and keeps nothing.
     *
     * @throws ConnectorException when it cannot be read at all
     */
    public Look look(Path file, Wanted wanted) {
        Optional<AccountConfig> known = wanted.account().map(workplace::account);
        if (known.isPresent()) {
            requirePattern(known.get(), file);
            Trial trial = read(with(known.get(), file, known.get().settings().getOrDefault(MAPPING, "")));
            return new Look(file, wanted, List.of(), List.of(), true, known.get(), trial);
        }
        ConnectorContext context = new ConnectorContext(workplace.clock(), wanted.zone(), wanted.currency());
        List<String> ready = inspector().ready(file, context);
        String mapping = ready.contains(wanted.mapping()) || wanted.mapping().equals(OWN)
                ? wanted.mapping()
                : ready.stream().findFirst().orElse(OWN);
        AccountConfig entry = entry(file, wanted);
        Wanted chosen = new Wanted(Optional.empty(), mapping, wanted.answers(), wanted.zone(), wanted.currency());
        return mapping.equals(OWN)
                ? own(new Look(file, chosen, ready, List.of(), false, entry, Trial.NONE), context)
                : new Look(file, chosen, ready, List.of(), true, entry, read(with(entry, file, mapping)));
    }

    private Look own(Look look, ConnectorContext context) {
        Inspector.Proposal proposal =
                inspector().inspect(look.file(), look.wanted().answers(), context);
        Path mapping = mapping(look.file());
        Trial trial = Trial.NONE;
        if (proposal.complete()) {
            write(mapping, proposal.mapping());
            trial = read(with(look.account(), look.file(), mapping.toString()));
        }
        return new Look(
                look.file(),
                look.wanted(),
                look.ready(),
                proposal.choices(),
                proposal.complete(),
                look.account(),
                trial);
    }

    private static Path mapping(Path file) {
        return file.resolveSibling("mapping.facts.yaml");
    }

    private Inspector inspector() {
        return (Inspector) opening.connectors().require(CONNECTOR);
    }

    private Trial read(AccountConfig account) {
        Opening.Ready ready = opening.ready(workspace, account);
        String stream =
                opening.connectors().require(CONNECTOR).spec().streams().get(0).name();
        try (Connector connector = ready.open(Access.NONE)) {
            return Trial.of(connector, stream, workplace.onboarding().lastDays(1), account.heldBackLimit());
        }
    }

    private AccountConfig entry(Path file, Wanted wanted) {
        String title = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return new AccountConfig(
                freshName(title),
                title,
                CONNECTOR,
                wanted.zone(),
                wanted.currency(),
                Map.of(),
                Optional.empty(),
                HeldBackLimit.DEFAULT);
    }

    /** A name that no account has, and no folder or mapping that an account left behind. */
    String freshName(String title) {
        String plain = PlainName.of(title);
        String first = plain.equals("workspace") ? CONNECTOR : plain.substring(0, Math.min(40, plain.length()));
        String base = first.replaceAll("-+$", "");
        String name = base;
        for (int number = 2; isTaken(name); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    private boolean isTaken(String name) {
        Path home = workplace.home().folder();
        return workplace.config().accounts().containsKey(name)
                || Files.exists(home.resolve("inbox").resolve(name))
                || Files.exists(home.resolve("mappings/" + name + ".facts.yaml"));
    }

    private static AccountConfig with(AccountConfig account, Path path, String mapping) {
        Map<String, String> settings = new TreeMap<>(account.settings());
        settings.put(PATH, path.toString());
        settings.put(MAPPING, mapping);
        return with(account, account.title(), settings);
    }

    private static AccountConfig with(AccountConfig account, String title, Map<String, String> settings) {
        return new AccountConfig(
                account.name(),
                title,
                account.connector(),
                account.zone(),
                account.currency(),
                settings,
                account.connection(),
                account.heldBackLimit());
    }

    /**
     * Puts a file that was looked at into its account's folder; what lay there under this name is kept aside.
     *
     * @return the account's name
     * @throws vn.nhip.kit.yaml.YamlException when {@code nhip.yaml} is laid out so that the account cannot be written
     */
    public String takeIn(Look look, String title, Optional<LocalDate> historySince) {
        if (look.wanted().account().isEmpty()) {
            String name = freshName(title);
            Map<String, String> settings = Map.of(PATH, "inbox/" + name, MAPPING, keptMapping(look, name));
            AccountConfig entry = new AccountConfig(
                    name,
                    title,
                    CONNECTOR,
                    look.account().zone(),
                    look.account().currency(),
                    settings,
                    Optional.empty(),
                    HeldBackLimit.DEFAULT);
            workplace.onboarding().takeIn(List.of(entry), historySince);
            land(look.file(), folder(entry));
            return name;
        }
        land(look.file(), folder(look.account()));
        return look.account().name();
    }

    private String keptMapping(Look look, String name) {
        if (!look.wanted().mapping().equals(OWN)) {
            return look.wanted().mapping();
        }
        String kept = "mappings/" + name + ".facts.yaml";
        try {
            write(workplace.home().folder().resolve(kept), Files.readString(mapping(look.file())));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return kept;
    }

    private Path folder(AccountConfig account) {
        return workplace.home().folder().resolve(account.settings().getOrDefault(PATH, "inbox/" + account.name()));
    }

    private static void requirePattern(AccountConfig account, Path file) {
        String pattern = account.settings().getOrDefault("pattern", "*");
        if (!FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(file.getFileName())) {
            throw ConnectorException.settings("the account '" + account.name() + "' reads files named " + pattern
                    + "; give the file such a name, or make an account of its own for it");
        }
    }

    /** A good file is never lost to a wrong one: what was there lies in a folder that is not read. */
    private void land(Path draft, Path folder) {
        try {
            Files.createDirectories(folder);
            Path target = folder.resolve(draft.getFileName());
            if (Files.exists(target)) {
                Path earlier = folder.resolve(".earlier");
                Files.createDirectories(earlier);
                String stamp = workplace.clock().instant().toString().replaceAll("[^0-9]", "");
                Files.copy(
                        target,
                        earlier.resolve(stamp + "-" + draft.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Path whole =
                    Files.copy(draft, folder.resolve("." + draft.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(draft);
        } catch (IOException refused) {
            throw new UncheckedIOException("the file cannot be put into " + folder, refused);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot write " + file, refused);
        }
    }
}
