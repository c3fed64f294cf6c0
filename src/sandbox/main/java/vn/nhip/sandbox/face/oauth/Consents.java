package vn.nhip.sandbox.face.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Codes that a consent gave, each good for one exchange by whoever asked for it. */
final class Consents {

    private final Map<String, Asked> codes = new ConcurrentHashMap<>();

    private record Asked(String client, String redirect, String challenge) {}

    String code(Map<String, String> request) {
        String code = "code-" + UUID.randomUUID();
        codes.put(
                code,
                new Asked(
                        request.getOrDefault("client_id", ""),
                        request.getOrDefault("redirect_uri", ""),
                        request.getOrDefault("code_challenge", "")));
        return code;
    }

    /** Whether this exchange is the one that the code was given for; the code is spent either way. */
    boolean spend(Map<String, String> exchange) {
        Asked asked = codes.remove(exchange.getOrDefault("code", ""));
        return asked != null
                && asked.client().equals(exchange.get("client_id"))
                && asked.redirect().equals(exchange.get("redirect_uri"))
                && Optional.ofNullable(exchange.get("code_verifier"))
                        .filter(verifier -> challenge(verifier).equals(asked.challenge()))
                        .isPresent();
    }

    private static String challenge(String verifier) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
