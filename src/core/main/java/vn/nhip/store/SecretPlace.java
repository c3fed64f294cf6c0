package vn.nhip.store;

/** The place to which a secret of a connection is sealed. */
public final class SecretPlace {

    private SecretPlace() {}

    public static String of(long workspace, long connection, String name) {
        return String.join("/", "connection", Long.toString(workspace), Long.toString(connection), name);
    }
}
