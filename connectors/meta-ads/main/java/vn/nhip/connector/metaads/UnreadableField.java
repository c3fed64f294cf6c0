package vn.nhip.connector.metaads;

/** A field of one record cannot be read; the record goes to quarantine. */
final class UnreadableField extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String reason;

    UnreadableField(String name, String reason) {
        super(name + " " + reason);
        this.name = name;
        this.reason = reason;
    }

    String name() {
        return name;
    }

    String reason() {
        return reason;
    }
}
