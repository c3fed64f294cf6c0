package vn.nhip.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.prf.PrfConfig2026;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/** The key file: two keysets as JSON, readable by its owner only. Its content never stands in a message. */
final class KeyFile {

    private static final String NAME = "keys.json";
    private static final String PAGES = "pages";
    private static final String IDENTITY = "identity";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    KeyFile(Path folder) {
        this.file = folder.toAbsolutePath().resolve(NAME);
    }

    /** One keyset that seals pages and may be rotated, and one that names people and never changes. */
    record Keysets(KeysetHandle pages, KeysetHandle identity) {}

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    Keysets read() {
        refuseOtherReaders();
        try {
            JsonNode json = JSON.readTree(file.toFile());
            return new Keysets(
                    keyset(json.path(PAGES), AeadConfig2026.get()), keyset(json.path(IDENTITY), PrfConfig2026.get()));
        } catch (IOException | GeneralSecurityException e) {
            throw new StoreException("The key file " + file + " cannot be read or is damaged ("
                    + e.getClass().getSimpleName() + "). Put back the copy from your backup.");
        }
    }

    /** Writes the file so that it holds either all of this or all that it held before, whatever happens. */
    void write(Keysets keysets) {
        try {
            Path folder = file.resolveSibling(".");
            Files.createDirectories(folder, ownerOnly("rwx------"));
            ObjectNode json = JSON.createObjectNode();
            json.set(PAGES, json(keysets.pages(), AeadConfig2026.get()));
            json.set(IDENTITY, json(keysets.identity(), PrfConfig2026.get()));
            Path draft = Files.createTempFile(folder, "keys", ".draft", ownerOnly("rw-------"));
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(json)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            makeDurable(folder);
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot write the key file " + file + ": " + e.getMessage()
                            + ". Check that the folder exists and that you may write to it.",
                    e);
        }
    }

    /** What is sealed with a new key must not outlive the name under which that key lies. */
    private static void makeDurable(Path folder) throws IOException {
        if (posix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static KeysetHandle keyset(JsonNode json, Configuration configuration) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json.toString(), configuration, InsecureSecretKeyAccess.get());
    }

    private static JsonNode json(KeysetHandle keyset, Configuration configuration) throws IOException {
        try {
            return JSON.readTree(
                    TinkJsonProtoKeysetFormat.serializeKeyset(keyset, configuration, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IOException("key set cannot be written", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix() {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private void refuseOtherReaders() {
        if (!posix()) {
            return;
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER"))) {
                throw new StoreException(
                        "Others on this computer may open the key file " + file + ". Run: chmod 600 " + file);
            }
        } catch (IOException e) {
            throw new StoreException("Cannot look at the key file " + file + ": " + e.getMessage(), e);
        }
    }
}
