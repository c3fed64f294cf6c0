package vn.nhip.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Every column that holds sealed bytes, and the place to which each of its values is sealed. */
enum SealedColumn {
    KEY_SEAL("key_seal", "known", "id") {
        @Override
        String place(ResultSet row) {
            return KeySeal.PLACE;
        }
    },
    PAGE_BODY("page", "body", "workspace_id,id") {
        @Override
        String place(ResultSet row) throws SQLException {
            return SealedPage.place(
                    row.getLong("workspace_id"),
                    row.getLong("slice_id"),
                    row.getString("fingerprint"),
                    row.getInt("seq"));
        }
    },
    QUARANTINE_VALUE("quarantine", "value", "workspace_id,id") {
        @Override
        String place(ResultSet row) throws SQLException {
            return Quarantine.place(row.getLong("workspace_id"), row.getLong("id"));
        }
    },
    QUARANTINE_RAW("quarantine", "raw", "workspace_id,id") {
        @Override
        String place(ResultSet row) throws SQLException {
            return Quarantine.place(row.getLong("workspace_id"), row.getLong("id"));
        }
    },
    INBOX_BODY("inbox", "body", "workspace_id,id") {
        @Override
        String place(ResultSet row) throws SQLException {
            return Inbox.place(row.getLong("workspace_id"), row.getLong("id"));
        }
    },
    CONNECTION_SECRET("connection_secret", "sealed", "workspace_id,connection_id,name") {
        @Override
        String place(ResultSet row) throws SQLException {
            return SecretPlace.of(row.getLong("workspace_id"), row.getLong("connection_id"), row.getString("name"));
        }
    };

    final String table;
    final String column;
    private final String key;

    SealedColumn(String table, String column, String key) {
        this.table = table;
        this.column = column;
        this.key = key;
    }

    List<String> key() {
        return List.of(key.split(",", -1));
    }

    abstract String place(ResultSet row) throws SQLException;
}
