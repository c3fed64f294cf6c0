package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxAddressTest {

    @TempDir
    Path folder;

    @Test
    void anAddressIsPermanentAndAnotherForEveryAccountConnectionAndWorkspace() {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            Keys keys = Keys.open(folder.resolve("keys"), store);
            Inbox inbox = new Inbox(store, keys, 1);
            assertThat(inbox.address("form", "inbox"))
                    .isEqualTo(new Inbox(store, Keys.open(folder.resolve("keys"), store), 1).address("form", "inbox"))
                    .isNotEqualTo(inbox.address("form", "inbox-2"))
                    .isNotEqualTo(inbox.address("calls", "inbox"))
                    .isNotEqualTo(new Inbox(store, keys, 2).address("form", "inbox"))
                    .hasSizeGreaterThan(20);
        }
    }
}
