package vn.nhip.metric;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** What the last refresh went by: fingerprints and horizons by name, so that a change of them is seen. */
public final class Marks {

    private final Sql sql;
    private final long workspace;
    private final Map<String, String> known = new HashMap<>();

    public Marks(Sql sql, Workspace workspace) {
        this.sql = sql;
        this.workspace = workspace.id();
        sql.each(
                "SELECT name, value FROM rollup_mark WHERE workspace_id = ?",
                row -> known.put(row.getString(1), row.getString(2)),
                this.workspace);
    }

    /** The last value, or an empty text. */
    public String get(String name) {
        return known.getOrDefault(name, "");
    }

    public Set<String> names() {
        return Set.copyOf(known.keySet());
    }

    /** Keeps the value; true when it is another one than before. */
    public boolean set(String name, String value) {
        if (value.equals(known.put(name, value))) {
            return false;
        }
        sql.update(
                "INSERT INTO rollup_mark (workspace_id, name, value) VALUES (?, ?, ?)"
                        + " ON CONFLICT (workspace_id, name) DO UPDATE SET value = excluded.value",
                workspace,
                name,
                value);
        return true;
    }

    public void remove(String name) {
        known.remove(name);
        sql.update("DELETE FROM rollup_mark WHERE workspace_id = ? AND name = ?", workspace, name);
    }

    public static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
