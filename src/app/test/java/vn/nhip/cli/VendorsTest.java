package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhip.cli.NhipRun.answering;
import static vn.nhip.cli.NhipRun.nhip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connecting, listing and checking through the vendors' own SDKs. */
@SuppressWarnings("NullAway.Init") // set before each test
class VendorsTest {

    @TempDir
    Path folder;

    private Path home;
    private Vendors vendors;

    @BeforeEach
    void open() throws IOException, NoSuchAlgorithmException {
        home = folder.resolve("home");
        vendors = new Vendors(Clock.systemUTC());
        vendors.operate(home);
        nhip(home, "init", "--yes", "--name", "Shop", "--language", "en").done();
    }

    @AfterEach
    void close() {
        vendors.close();
    }

    @Test
    void aPropertyIsCheckedWithTheKeyOfAServiceAccount() throws IOException {
        nhip(home, "connect", "google-analytics", "--service-account", file(vendors.keyFile()))
                .done();
        assertThat(nhip(home, "accounts", "google").err()).contains("cannot list accounts", "README");
        account("site: {connector: google-analytics, connection: google, settings: {property: \"" + Vendors.PROPERTY
                + "\"}}");
        assertThat(nhip(home, "check").done().out()).contains("site: answers (Asia/Ho_Chi_Minh, VND, as in nhip.yaml)");
    }

    @Test
    void anotherZoneAndCurrencyThanThePropertysAreNamedWithWhatToWrite() throws IOException {
        nhip(home, "connect", "google-analytics", "--service-account", file(vendors.keyFile()))
                .done();
        account("site: {connector: google-analytics, connection: google, zone: Europe/Paris, currency: EUR,"
                + " settings: {property: \"" + Vendors.PROPERTY + "\"}}");
        NhipRun check = nhip(home, "check", "site");
        assertThat(check.code()).isEqualTo(ExitCode.FAILED);
        assertThat(check.out())
                .contains("Europe/Paris", "Write \"zone: Asia/Ho_Chi_Minh\" into", "Write \"currency: VND\" into");
    }

    @Test
    void anAccountOfMetaIsListedAddedAndCheckedWithATokenFromStandardInput() throws IOException {
        answering(
                        List.of(vendors.metaToken),
                        home,
                        "connect",
                        "meta-ads",
                        "--secret-file",
                        "app-secret=" + file(vendors.appSecret))
                .done();
        assertThat(nhip(home, "accounts").done().out()).contains("meta-ads", Vendors.AD_ACCOUNT, "USD");
        nhip(home, "accounts", "add", "meta", Vendors.AD_ACCOUNT).done();
        assertThat(Files.readString(home.resolve("config/nhip.yaml"))).contains("currency: USD");
        assertThat(nhip(home, "check").done().out()).contains("answers (Asia/Ho_Chi_Minh, USD, as in nhip.yaml)");
    }

    @Test
    void aWrongTokenOfMetaIsNoAccessAndSaysHowToGoOn() throws IOException {
        answering(List.of("EAAB-wrong"), home, "connect", "meta-ads").done();
        account("ads: {connector: meta-ads, connection: meta, settings: {ad-account: \"" + Vendors.AD_ACCOUNT + "\"}}");
        NhipRun check = nhip(home, "check");
        assertThat(check.code()).isEqualTo(ExitCode.FAILED);
        assertThat(check.out()).contains("ads: no access", "nhip connect").doesNotContain("EAAB-wrong");
    }

    @Test
    void connectorsOfTwoProvidersShareNoConnectionAndNoName() throws IOException {
        NhipRun mixed = nhip(home, "connect", "google-analytics", "meta-ads");
        assertThat(mixed.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(mixed.err()).contains("not of one provider");
        nhip(home, "connect", "google-analytics", "--name", "shop", "--service-account", file(vendors.keyFile()))
                .done();
        NhipRun taken = answering(List.of(vendors.metaToken), home, "connect", "meta-ads", "--name", "shop");
        assertThat(taken.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(taken.err()).contains("connection 'shop' is one to google", "--name");
        assertThat(nhip(home, "connect", "--list").out()).contains("service-account");
    }

    private void account(String entry) throws IOException {
        Path file = home.resolve("config/nhip.yaml");
        String text = Files.readString(file);
        assertThat(text).contains("\naccounts:\n");
        Files.writeString(file, text.replace("\naccounts:\n", "\naccounts:\n  " + entry + "\n"));
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "secret", ".txt"), content + "\n")
                .toString();
    }
}
