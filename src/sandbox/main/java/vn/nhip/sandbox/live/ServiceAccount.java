package vn.nhip.sandbox.live;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

/** A service account whose key was made just now, and its key file as a vendor's console gives it. */
record ServiceAccount(String email, KeyPair keys) {

    private static final int LINE = 64;

    static ServiceAccount make(String email) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new ServiceAccount(email, generator.generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    PublicKey publicKey() {
        return keys.getPublic();
    }

    String keyFile() {
        String pem =
                "-----BEGIN PRIVATE KEY-----\\n" + base64().replace("\n", "\\n") + "\\n-----END PRIVATE KEY-----\\n";
        return """
                {"type": "service_account", "project_id": "sample-business", "private_key_id": "1",
                 "private_key": "%s", "client_email": "%s"}
                """
                .formatted(pem, email);
    }

    private String base64() {
        return Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(keys.getPrivate().getEncoded());
    }

    @Override
    public String toString() {
        return "ServiceAccount(" + email + ")";
    }
}
