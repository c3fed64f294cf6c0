package vn.nhip.kit.facts;

import java.util.Optional;
import vn.nhip.spi.IdentityKey;

/**
 * Contact points as identity keys, written the same way as by a mapping's {@code email: true} and {@code phone: VN}.
 *
 * <p>Shape: nothing for a text that is no address or number; a phone number without country code belongs to the region.
 */
public final class Contacts {

    private final PhoneShape phones;

    private Contacts(PhoneShape phones) {
        this.phones = phones;
    }

    /**
     * For numbers of this region.
     *
     * @throws IllegalArgumentException when no country has this two-letter code
     */
    public static Contacts in(String region) {
        return new Contacts(PhoneShape.of(region));
    }

    public Optional<IdentityKey> email(String text) {
        return key(IdentityKey.Type.EMAIL, new EmailShape(), text);
    }

    public Optional<IdentityKey> phone(String text) {
        return key(IdentityKey.Type.PHONE, phones, text);
    }

    private static Optional<IdentityKey> key(IdentityKey.Type type, Shape shape, String text) {
        try {
            return Optional.of(new IdentityKey(type, shape.ofText(text.strip()).toString()));
        } catch (Refusal noContact) {
            return Optional.empty();
        }
    }
}
