package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    private static final byte[] PLAIN = "an@example.com".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void keysAreCreatedOnceForTheirOwnerOnly() throws IOException {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            byte[] sealed = Keys.open(keys(), store).seal(PLAIN, "here");
            Keys again = Keys.open(keys(), store);
            assertThat(again.open(sealed, "here")).isEqualTo(PLAIN);
            assertThat(again.nameOf("x")).isEqualTo(Keys.open(keys(), store).nameOf("x"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys())))
                .isEqualTo("rwx------");
    }

    @Test
    void sealedBytesShowNothingAndOpenInTheirPlaceOnly() {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            Keys keys = Keys.open(keys(), store);
            byte[] sealed = keys.seal(PLAIN, "page/1");
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("example");
            assertThatThrownBy(() -> keys.open(sealed, "page/2")).isInstanceOf(StoreException.class);
            assertThat(keys.toString()).isEqualTo("Keys(***)");
        }
    }

    @Test
    void aMissingKeyFileIsRefusedOnceDataWasSealed() throws IOException {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            Keys.open(keys(), store);
            Files.delete(file());
            assertRefused(store, "is missing", "backup");
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void anotherStoresKeyFileIsRefused() throws IOException {
        try (Store other = Store.sqlite(folder.resolve("other.db"));
                Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            Keys.open(folder.resolve("other-keys"), other);
            Keys.open(keys(), store);
            Files.copy(
                    folder.resolve("other-keys/keys.json"), file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
            assertRefused(store, "belongs to other data", "backup");
        }
    }

    @Test
    void aDamagedKeyFileIsRefusedWithoutShowingIt() throws IOException {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            Keys.open(keys(), store);
            String content = Files.readString(file());
            Files.writeString(file(), content.substring(0, content.length() / 2));
            assertRefused(store, "damaged", "backup");
        }
    }

    @Test
    void aKeyFileThatOthersMayReadIsRefused() throws IOException {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            Keys.open(keys(), store);
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
            assertRefused(store, "Others", "chmod 600");
        }
    }

    private void assertRefused(Store store, String... words) throws IOException {
        String secret = Files.exists(file()) ? Files.readString(file()) : "nothing";
        assertThatThrownBy(() -> Keys.open(keys(), store))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining(file().toString())
                .hasNoCause()
                .satisfies(error -> assertThat(secret).doesNotContain(String.valueOf(error.getMessage())));
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private Path file() {
        return keys().resolve("keys.json");
    }
}
