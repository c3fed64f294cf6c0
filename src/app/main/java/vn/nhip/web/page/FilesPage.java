package vn.nhip.web.page;

import java.util.List;
import vn.nhip.config.WorkspaceConfig.AccountConfig;

/** Where a file is dropped; it may be for an account that is there, and is of a limited size. */
public record FilesPage(List<Option> accounts, String most, String mostBytes) {

    public static FilesPage of(List<AccountConfig> accounts, int megabytes, Wording words) {
        return new FilesPage(
                accounts.stream()
                        .map(account -> new Option(account.name(), account.title(), false))
                        .toList(),
                words.count(megabytes),
                Long.toString(megabytes * 1024L * 1024L));
    }
}
