package vn.nhip.login;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import vn.nhip.spi.Secret;

/**
 * Passwords as Argon2id, and which of them are too weak.
 *
 * <p>Shape of a hash: {@code argon2id$memory KiB$passes$salt$hash}, both in Base64. Calls: any thread; so that many
 * logins at once cannot fill the memory, two are computed at a time.
 */
public final class Passwords {

    private static final int MEMORY_KIB = 46 * 1024;
    private static final int PASSES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int GUESSABLE = 2;

    private final SecureRandom random;
    private final Semaphore atOnce = new Semaphore(2);
    private final Zxcvbn guesses = new Zxcvbn();

    Passwords(SecureRandom random) {
        this.random = random;
    }

    /** Why a password is refused. */
    public enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        GUESSABLE
    }

    /** What is wrong with a password; any characters are welcome, words that belong to the person are not. */
    public Optional<Weakness> weakness(Secret password, List<String> belonging) {
        String text = normal(password);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Weakness.TOO_LONG);
        }
        boolean weak = guesses.measure(CharBuffer.wrap(text), belonging).getScore() < GUESSABLE;
        return weak ? Optional.of(Weakness.GUESSABLE) : Optional.empty();
    }

    String hash(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return written(salt, derive(password, salt, MEMORY_KIB, PASSES));
    }

    private static String written(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "argon2id$" + MEMORY_KIB + "$" + PASSES + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    /** A hash that no password is known to have: trying one against it takes as long as any wrong password. */
    String unknown() {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return written(salt, hash);
    }

    boolean matches(Secret password, String stored) {
        List<String> parts = List.of(stored.split("\\$", -1));
        byte[] hash = derive(
                password,
                Base64.getDecoder().decode(parts.get(3)),
                Integer.parseInt(parts.get(1)),
                Integer.parseInt(parts.get(2)));
        return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts.get(4)));
    }

    /** Whether it was made with other parameters than a new one would be. */
    static boolean outdated(String stored) {
        return !stored.startsWith("argon2id$" + MEMORY_KIB + "$" + PASSES + "$");
    }

    private byte[] derive(Secret password, byte[] salt, int memoryKib, int passes) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build();
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        byte[] hash = new byte[HASH_BYTES];
        atOnce.acquireUninterruptibly();
        try {
            argon2.init(parameters);
            argon2.generateBytes(normal(password).getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            atOnce.release();
        }
        return hash;
    }

    /** Vietnamese letters are typed in one or in two code points; both are the same password. */
    private static String normal(Secret password) {
        return Normalizer.normalize(password.reveal(), Normalizer.Form.NFC);
    }
}
