package vn.nhip.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * The keys of one installation: they seal personal data and name people without showing who they are.
 *
 * <p>They lie in a folder apart from the data. Data and keys belong together: a store refuses another store's keys.
 */
public final class Keys {

    private static final int NAME_BYTES = 16;
    private static final int HMAC_KEY_BYTES = 32;
    static final int PREFIX_BYTES = 5;

    private final Aead pages;
    private final byte[] present;
    private final PrfSet identity;

    Keys(KeyFile.Keysets keysets) throws GeneralSecurityException {
        this.present = prefix(keysets.pages().getPrimary().getId());
        this.pages = keysets.pages().getPrimitive(AeadConfig2026.get(), Aead.class);
        this.identity = keysets.identity().getPrimitive(PrfConfig2026.get(), PrfSet.class);
    }

    /**
     * Opens the keys that belong to this store; creates them when neither exists yet.
     *
     * @throws StoreException when the key file is missing, damaged, open to others, or another store's
     */
    public static Keys open(Path folder, Store store) {
        KeyFile file = new KeyFile(folder);
        KeySeal seal = new KeySeal(store);
        Optional<KeySeal.Sealed> sealed = seal.find();
        if (sealed.isPresent() && !file.exists()) {
            throw new StoreException("The key file " + file.path()
                    + " is missing, and the data was sealed with it. Put back the copy from your backup.");
        }
        try {
            if (!file.exists()) {
                file.write(generate());
            }
            Keys keys = new Keys(file.read());
            if (sealed.isEmpty()) {
                seal.set(keys);
            } else if (!seal.fits(keys, sealed.get())) {
                throw new StoreException("The key file " + file.path()
                        + " belongs to other data. Put back the key file of this data from your backup, or the data"
                        + " of this key file.");
            }
            return keys;
        } catch (GeneralSecurityException e) {
            throw new StoreException("The keys cannot be used (" + e.getClass().getSimpleName()
                    + "). Put back the copy of " + file.path() + " from your backup.");
        }
    }

    private static KeyFile.Keysets generate() throws GeneralSecurityException {
        HmacPrfParameters hmac = HmacPrfParameters.builder()
                .setKeySizeBytes(HMAC_KEY_BYTES)
                .setHashType(HmacPrfParameters.HashType.SHA256)
                .build();
        return new KeyFile.Keysets(freshPageKey(), KeysetHandle.generateNew(hmac, PrfConfig2026.get()));
    }

    static KeysetHandle freshPageKey() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    }

    /** Seals bytes to their place: what was sealed for one place does not open in another. */
    public byte[] seal(byte[] plain, String place) {
        try {
            return pages.encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new StoreException("Cannot seal " + place, e);
        }
    }

    /**
     * What was sealed for this place.
     *
     * @throws StoreException when it was sealed for another place or with another key, or is damaged
     */
    public byte[] open(byte[] sealed, String place) {
        try {
            return pages.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new StoreException("Cannot open " + place + ": it was sealed with another key or is damaged.", e);
        }
    }

    /** What stands in front of everything that the present key sealed. */
    byte[] present() {
        return present.clone();
    }

    private static byte[] prefix(int keyId) {
        return ByteBuffer.allocate(PREFIX_BYTES).put((byte) 1).putInt(keyId).array();
    }

    /** The permanent name of an identity: the same for the same text, and meaningless without the key. */
    String nameOf(String identityText) {
        try {
            byte[] name = identity.computePrimary(identityText.getBytes(StandardCharsets.UTF_8), NAME_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        } catch (GeneralSecurityException e) {
            throw new StoreException("Cannot name an identity", e);
        }
    }

    @Override
    public String toString() {
        return "Keys(***)";
    }
}
