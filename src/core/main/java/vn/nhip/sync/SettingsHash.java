package vn.nhip.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.TreeMap;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;

/** Short hashes of the settings that stored facts and values depend on: another hash means that they are made anew. */
final class SettingsHash {

    private static final int LENGTH = 16;

    private SettingsHash() {}

    /** What values depend on beside the facts. */
    static String of(WorkspaceConfig config) {
        StringBuilder text = new StringBuilder(config.calendar().toString());
        new TreeMap<>(config.sourcesOfTruth())
                .forEach((kind, accounts) -> text.append(kind).append(accounts));
        return hash(text.toString());
    }

    /** What the facts of an account depend on beside its source. */
    static String of(AccountConfig account, ZoneId businessZone) {
        return hash(account.connector()
                + account.zone()
                + account.currency()
                + businessZone
                + new TreeMap<>(account.settings()));
    }

    private static String hash(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
