package vn.nhip.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import vn.nhip.spi.Secret;

/** Random secrets of 256 bits, and the hash under which the store knows them. */
public final class Token {

    private static final int BYTES = 32;

    private Token() {}

    public static Secret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public static String hash(Secret token) {
        return HexFormat.of().formatHex(sha256(token.reveal()));
    }

    /** A second secret that whoever holds the first can be told, and that does not give the first away. */
    static String derived(Secret token, String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(purpose + ":" + token.reveal()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
