package vn.nhip.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhip.config.ConfigFile;
import vn.nhip.config.ConfigText;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.kit.yaml.YamlException;

/** The entries of accounts in {@code nhip.yaml}: found, or written below {@code accounts:} without touching the rest. */
public final class AccountEntry {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern ACCOUNTS = Pattern.compile("(?m)^accounts:[ \\t]*(\\{\\s*}[ \\t]*)?(#.*)?$");

    private static final Pattern SINCE = Pattern.compile("(?m)^history-complete-since:[^#\\n]*");

    private AccountEntry() {}

    /**
     * The folder that the account reads.
     *
     * @throws YamlException when {@code nhip.yaml} is wrong, or the account is new and no mapping was named
     */
    public static Path ensure(Home home, String account, @Nullable String mapping) throws IOException {
        Path file = home.configFile();
        WorkspaceConfig config = Workplace.readConfig(home);
        Optional<AccountConfig> known = Optional.ofNullable(config.accounts().get(account));
        if (known.isEmpty()) {
            refuse(!NAME.matcher(account).matches(), file, "'" + account + "' must be kebab-case, like shop-orders");
            refuse(
                    mapping == null,
                    file,
                    "account '" + account + "' is new: say how its files are read with --mapping");
            add(file, account, keep(home, account, mapping == null ? "" : mapping));
            known = Optional.ofNullable(ConfigFile.read(file).accounts().get(account));
        }
        AccountConfig entry = known.orElseThrow();
        refuse(!entry.connector().equals("files"), file, "account '" + account + "' does not read files");
        Path folder = home.folder().resolve(entry.settings().getOrDefault("path", "inbox/" + account));
        Files.createDirectories(folder);
        return folder;
    }

    /** A mapping file is kept beside the configuration, so that a later sync finds it. */
    private static String keep(Home home, String account, String mapping) throws IOException {
        Path named = Path.of(mapping);
        if (!Files.isRegularFile(named)) {
            return mapping;
        }
        String kept = "mappings/" + account + ".facts.yaml";
        Path target = home.folder().resolve(kept);
        Files.createDirectories(target.getParent());
        Files.copy(named, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return kept;
    }

    /**
     * Writes new accounts below {@code accounts:}; all else in the file stays as it is.
     *
     * @throws YamlException when {@code nhip.yaml} is wrong or has an account of one of these names
     */
    public static void add(Home home, List<AccountConfig> accounts) {
        ConfigFile.write(home.configFile(), with(home.configFile(), ConfigFile.text(home.configFile()), accounts));
    }

    /** The text with these accounts in it. */
    static String with(Path file, String text, List<AccountConfig> accounts) {
        WorkspaceConfig config = ConfigFile.parse(file.toString(), text);
        StringBuilder entries = new StringBuilder();
        for (AccountConfig account : accounts) {
            refuse(
                    config.findAccount(account.name()).isPresent(),
                    file,
                    "there is an account '" + account.name() + "' already");
            entries.append(ConfigText.entry(account, config.calendar()));
        }
        String with = inserted(text, entries.toString());
        boolean kept = ConfigFile.parse(file.toString(), with)
                .accounts()
                .keySet()
                .containsAll(config.accounts().keySet());
        refuse(!kept, file, "the part accounts: is laid out in a way that cannot be changed here");
        return with;
    }

    /** The text with this first day of complete order history. */
    static String since(Path file, String text, LocalDate day) {
        String line = "history-complete-since: " + day;
        Matcher there = SINCE.matcher(text);
        String with = there.find() ? there.replaceFirst(line) : line + "\n" + text;
        boolean right = ConfigFile.parse(file.toString(), with)
                .calendar()
                .historyCompleteSince()
                .equals(Optional.of(day));
        refuse(!right, file, "history-complete-since cannot be changed here");
        return with;
    }

    private static void add(Path file, String account, String mapping) throws IOException {
        insert(
                file,
                "  " + account + ": {connector: files, settings: {path: inbox/" + account + ", mapping: \"" + mapping
                        + "\"}}\n");
    }

    private static void insert(Path file, String entries) {
        String with = inserted(ConfigFile.text(file), entries);
        ConfigFile.parse(file.toString(), with);
        ConfigFile.write(file, with);
    }

    private static String inserted(String text, String entries) {
        return ACCOUNTS.matcher(text).find()
                ? ACCOUNTS.matcher(text).replaceFirst("accounts:\n" + Matcher.quoteReplacement(entries.stripTrailing()))
                : text + "\naccounts:\n" + entries;
    }

    private static void refuse(boolean wrong, Path file, String problem) {
        if (wrong) {
            throw new YamlException(List.of(file + ": " + problem));
        }
    }
}
