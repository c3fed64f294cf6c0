package vn.nhip.kit.report;

/** A field of one record cannot be read; the record goes to quarantine. */
public final class UnreadableField extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String reason;

    public UnreadableField(String name, String reason) {
        super(name + " " + reason);
        this.name = name;
        this.reason = reason;
    }

    public String name() {
        return name;
    }

    public String reason() {
        return reason;
    }
}
