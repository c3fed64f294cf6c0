package vn.nhip.connection;

/** What the engine itself keeps of a connection; a connector's own secrets are named after their settings. */
public enum SecretName {
    ACCESS_TOKEN("access-token"),
    REFRESH_TOKEN("refresh-token"),
    CLIENT_SECRET("client-secret"),
    /** The JSON key file of a service account. */
    KEY_FILE("key-file");

    private static final String SETTING = "setting/";

    private final String id;

    SecretName(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static String ofSetting(String setting) {
        return SETTING + setting;
    }

    static boolean isSetting(String name) {
        return name.startsWith(SETTING);
    }

    static String setting(String name) {
        return name.substring(SETTING.length());
    }
}
