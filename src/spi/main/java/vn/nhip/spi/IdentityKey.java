package vn.nhip.spi;

/**
 * One way to recognise a person: a normalised e-mail, an E.164 phone number, or the source's own id.
 *
 * <p>Personal data: {@code toString} hides the value; the store keeps a keyed hash only.
 */
public record IdentityKey(Type type, String value) {

    public enum Type {
        EMAIL,
        PHONE,
        /** The source's own customer id; unique within one account only. */
        EXTERNAL
    }

    public IdentityKey {
        Names.requireText(value, "identity value");
    }

    @Override
    public String toString() {
        return type + ":***";
    }
}
