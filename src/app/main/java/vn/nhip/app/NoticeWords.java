package vn.nhip.app;

import java.util.Map;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.export.Labels;
import vn.nhip.notice.Letter;
import vn.nhip.store.Notice;

/** What a notice says, in the workspace's language: what happened, and what to do. */
final class NoticeWords {

    private final Labels labels;

    NoticeWords(WorkspaceConfig config) {
        this.labels = Labels.of(config.language());
    }

    Letter.Words of(Notice notice) {
        Map<String, String> about = notice.about();
        return switch (notice.kind()) {
            case SYNC_FAILED -> words("sync-failed", of(about, "account", "message"));
            case RECONNECT -> words("reconnect", of(about, "connection", "provider", "message"));
            case CONNECTION_ENDS -> words("connection-ends", of(about, "connection", "provider", "ends"));
            case NUMBERS_READY -> numbersReady(about);
            case EXPORT_FAILED -> words("export-failed", of(about, "file", "message"));
            case SUSPICIOUS ->
                about.containsKey("measure")
                        ? words("unbalanced", of(about, "account", "day", "measure"))
                        : words("suspicious", of(about, "account", "slice", "expected"));
            case SOURCE_CHANGED ->
                about.containsKey("message")
                        ? words("drift", of(about, "account", "message"))
                        : words("changed", of(about, "account", "what", "configured", "source"));
            case VERSION_ENDS -> words("version-ends", of(about, "connector", "version", "last-day"));
        };
    }

    /** To see whether it arrives. */
    Letter.Words test() {
        return words("test");
    }

    private Letter.Words numbersReady(Map<String, String> about) {
        String key = "notice.grain." + about.get("grain");
        String grain = labels.text(key);
        String missing = about.getOrDefault("missing", "");
        return missing.isEmpty()
                ? words("numbers-ready", grain, about.getOrDefault("start", ""))
                : words("numbers-incomplete", grain, about.getOrDefault("start", ""), missing);
    }

    private Letter.Words words(String key, String... arguments) {
        return new Letter.Words(
                labels.text("notice." + key + ".title", arguments), labels.text("notice." + key + ".text", arguments));
    }

    private static String[] of(Map<String, String> about, String... fields) {
        String[] values = new String[fields.length];
        for (int index = 0; index < fields.length; index++) {
            values[index] = about.getOrDefault(fields[index], "");
        }
        return values;
    }
}
