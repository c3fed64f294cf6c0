package vn.nhip.sandbox.face.graph;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The proof that a caller knows the app's secret: the token, signed with it. */
final class Proof {

    private static final String ALGORITHM = "HmacSHA256";

    private Proof() {}

    static boolean given(GraphAccount account, GraphAsk ask) {
        return account.appSecret()
                .map(secret -> of(secret, ask.token()).equals(ask.parameter("appsecret_proof")))
                .orElse(true);
    }

    private static String of(String secret, String token) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
