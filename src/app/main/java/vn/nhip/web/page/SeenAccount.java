package vn.nhip.web.page;

import java.util.List;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.Fact;
import vn.nhip.spi.SourceNotes;

/**
 * One account as its source shows it before anything is kept: what it says of itself, and the first facts; {@code later}
 * when a report is still being made there.
 */
public record SeenAccount(AccountConfig account, SourceNotes notes, List<Fact> facts, boolean later) {

    public SeenAccount {
        facts = List.copyOf(facts);
    }
}
