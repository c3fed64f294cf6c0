package vn.nhip.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.JWTBearerGrant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import vn.nhip.kit.json.StrictJson;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

/** The key file of a service account, as the vendor's console gives it; signs who it is in exchange for a token. */
record ServiceAccountKey(String email, String keyId, PrivateKey key) {

    private static final Duration HOLDS = Duration.ofMinutes(10);

    /**
     * Reads the JSON file.
     *
     * @throws ConnectorException SETTINGS, without a word of the content, when it is no such file
     */
    static ServiceAccountKey of(Secret file) {
        try {
            JsonNode json = StrictJson.read(file.reveal().getBytes(StandardCharsets.UTF_8), "the key file");
            String email = json.path("client_email").asText();
            String keyId = json.path("private_key_id").asText();
            if (!"service_account".equals(json.path("type").asText()) || email.isEmpty() || keyId.isEmpty()) {
                throw noKeyFile();
            }
            return new ServiceAccountKey(
                    email, keyId, privateKey(json.path("private_key").asText()));
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            throw noKeyFile();
        } catch (ConnectorException noJson) {
            throw noKeyFile();
        }
    }

    /** Who it is and what it asks for, signed, good for ten minutes. */
    JWTBearerGrant grant(URI audience, List<String> scopes, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(email)
                .audience(audience.toString())
                .claim("scope", String.join(" ", scopes))
                .issueTime(java.util.Date.from(now))
                .expirationTime(java.util.Date.from(now.plus(HOLDS)))
                .build();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        try {
            assertion.sign(new RSASSASigner(key));
        } catch (JOSEException unusable) {
            throw noKeyFile();
        }
        return new JWTBearerGrant(assertion);
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static ConnectorException noKeyFile() {
        return ConnectorException.settings("this is no key file of a service account; make a JSON key in the vendor's"
                + " console and give that file");
    }

    @Override
    public String toString() {
        return "ServiceAccountKey(***)";
    }
}
