package vn.nhip.manifest.component;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.spi.ConnectorException;

/** A statement of who asks, signed for each request with a key of the settings: HS256 to HS512, RS, PS and ES. */
record Jwt(Key key, Map<String, Template> headers, Map<String, Template> claims, Use use) implements Authenticator {

    private static final List<JWSAlgorithm> KNOWN = algorithms();

    /** What is signed with. */
    record Key(Template secret, JWSAlgorithm algorithm, boolean encoded) {}

    /** How long it holds in seconds, and where it goes. */
    record Use(int seconds, Optional<Template> prefix, RequestOption option) {}

    private static List<JWSAlgorithm> algorithms() {
        List<JWSAlgorithm> known = new ArrayList<>(JWSAlgorithm.Family.HMAC_SHA);
        known.addAll(JWSAlgorithm.Family.RSA);
        known.addAll(List.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512));
        return List.copyOf(known);
    }

    static Jwt of(Component component) {
        component.allow(
                "secret_key",
                "algorithm",
                "base64_encode_secret_key",
                "token_duration",
                "header_prefix",
                "jwt_headers",
                "additional_jwt_headers",
                "jwt_payload",
                "additional_jwt_payload",
                "request_option");
        JWSAlgorithm algorithm = JWSAlgorithm.parse(component.text("algorithm"));
        if (!KNOWN.contains(algorithm)) {
            throw component.require("algorithm").problem("the algorithm '" + algorithm + "' is not supported");
        }
        Map<String, Template> headers = component.templates("additional_jwt_headers", Variables.CONFIG);
        headers.putAll(component.templates("jwt_headers", Variables.CONFIG));
        Map<String, Template> claims = component.templates("additional_jwt_payload", Variables.CONFIG);
        claims.putAll(component.templates("jwt_payload", Variables.CONFIG));
        RequestOption option = component
                .findChild("request_option", "RequestOption")
                .map(RequestOption::of)
                .orElseGet(() -> RequestOption.header("Authorization"));
        return new Jwt(
                new Key(
                        component.template("secret_key", Variables.CONFIG),
                        algorithm,
                        component.yes("base64_encode_secret_key")),
                headers,
                claims,
                new Use(
                        component.wholeNumber("token_duration", 1200),
                        component.findTemplate("header_prefix", Variables.CONFIG),
                        option));
    }

    @Override
    public void sign(RequestParts parts, Scope scope, Tokens tokens) {
        String prefix = use.prefix()
                .map(each -> each.text(scope))
                .filter(text -> !text.isEmpty())
                .map(text -> text + " ")
                .orElse("");
        use.option().put(parts, Authenticator.sendable(prefix + signed(scope)), scope);
    }

    private String signed(Scope scope) {
        Instant now = scope.clock().instant();
        JWSHeader.Builder header = new JWSHeader.Builder(key.algorithm()).type(JOSEObjectType.JWT);
        headers.forEach((name, template) -> put(header, name, template.text(scope)));
        JWTClaimsSet.Builder body = new JWTClaimsSet.Builder();
        claims.forEach((name, template) -> body.claim(name, template.value(scope)));
        body.claim("iat", now.getEpochSecond())
                .claim("nbf", now.getEpochSecond())
                .claim("exp", now.getEpochSecond() + use.seconds());
        try {
            SignedJWT jwt = new SignedJWT(header.build(), body.build());
            jwt.sign(signer(key.secret().text(scope)));
            return jwt.serialize();
        } catch (JOSEException | GeneralSecurityException | IllegalArgumentException unfit) {
            throw ConnectorException.settings(
                    "the key in the settings cannot sign by " + key.algorithm() + ": copy it again from the source");
        }
    }

    private static void put(JWSHeader.Builder header, String name, String value) {
        switch (name) {
            case "kid" -> header.keyID(value);
            case "typ" -> header.type(new JOSEObjectType(value));
            case "cty" -> header.contentType(value);
            default -> header.customParam(name, value);
        }
    }

    private JWSSigner signer(String secret) throws JOSEException, GeneralSecurityException {
        if (JWSAlgorithm.Family.HMAC_SHA.contains(key.algorithm())) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            return new MACSigner(key.encoded() ? Base64.getEncoder().encode(bytes) : bytes);
        }
        return JWSAlgorithm.Family.RSA.contains(key.algorithm())
                ? new RSASSASigner(privateKey("RSA", secret))
                : new ECDSASigner((ECPrivateKey) privateKey("EC", secret));
    }

    private static PrivateKey privateKey(String kind, String pem) throws GeneralSecurityException {
        String inner = pem.replace("\\n", "\n")
                .replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
                .replaceAll("\\s", "");
        return KeyFactory.getInstance(kind)
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(inner)));
    }
}
