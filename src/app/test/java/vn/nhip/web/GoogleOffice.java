package vn.nhip.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.books.SheetsBook;
import vn.nhip.sandbox.face.books.SheetsWriting;
import vn.nhip.sandbox.face.oauth.OAuthFace;
import vn.nhip.sandbox.face.oauth.OAuthRules;
import vn.nhip.sandbox.face.rest.RestFace;

/** Google on loopback: a login for a service account, and a spreadsheet that people work in, too. */
final class GoogleOffice implements AutoCloseable {

    static final String ID = "1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789";
    static final String ADDRESS = "https://docs.google.com/spreadsheets/d/" + ID + "/edit#gid=0";
    static final String TITLE = "Báo cáo tuần";
    static final String ROBOT = "nhip@shop-project.iam.gserviceaccount.example";
    static final String OWN = "Của tôi";

    final OAuthFace login;
    final SheetsBook book;
    final SheetsWriting service;
    final RestFace face;
    final String key;

    GoogleOffice() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        key = "{\"type\": \"service_account\", \"client_email\": \"" + ROBOT + "\", \"private_key_id\": \"k1\","
                + " \"private_key\": \"-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\\n-----END PRIVATE KEY-----\\n\"}";
        login = new OAuthFace(OAuthRules.STEADY, Scene.CLOCK, FaultPlan.none()).account(ROBOT, pair.getPublic());
        book = new SheetsBook(ID, TITLE);
        book.person(7, OWN, List.of(List.of("Tổng", "=SUM(Du_lieu!E:E)"), List.of("ghi chú của Mai")));
        service = new SheetsWriting(book, login);
        face = RestFace.of(service);
    }

    /** The operator of this home sends all calls for Google here. */
    void operate(Path home) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/operator.yaml"),
                "sources: {google-sheets: {base: \"" + face.base() + "\"}}\nproviders: {google: {base: \""
                        + login.base() + "\"}}\n");
    }

    @Override
    public void close() {
        face.close();
        login.close();
    }
}
