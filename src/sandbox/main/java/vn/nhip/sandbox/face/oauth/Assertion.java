package vn.nhip.sandbox.face.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service account signs to get a token, checked as a vendor does. */
final class Assertion {

    private Assertion() {}

    /** Who signed it; nothing when the key is not the account's, the time has passed, or it is meant for someone else. */
    static Optional<String> signer(String jwt, Map<String, PublicKey> accounts, Instant now) {
        List<String> parts = List.of(jwt.split("\\.", -1));
        if (parts.size() != 3) {
            return Optional.empty();
        }
        String claims = text(parts.get(1));
        Optional<String> issuer = claim(claims, "\"iss\":\"([^\"]+)\"");
        boolean timely = claim(claims, "\"exp\":(\\d+)")
                .filter(exp -> Instant.ofEpochSecond(Long.parseLong(exp)).isAfter(now))
                .isPresent();
        boolean forUs = claim(claims, "\"aud\":\"([^\"]+)\"")
                .filter(aud -> aud.replace("\\/", "/").endsWith("/token"))
                .isPresent();
        return issuer.filter(account -> timely && forUs).filter(account -> Optional.ofNullable(accounts.get(account))
                .filter(key -> signed(parts, key))
                .isPresent());
    }

    private static boolean signed(List<String> parts, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts.get(2)));
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static Optional<String> claim(String claims, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(claims);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
