package vn.nhip.sandbox.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.truth.Truth;

/**
 * Writes the sample business into a home folder: {@code inbox/<account>/…}, {@code mappings/<account>.facts.yaml} and
 * {@code config/nhip.yaml}.
 *
 * <p>The same business gives the same bytes. Three rows are wrong on purpose, so that the quarantine has something to
 * show: {@value #BAD_ROWS} in the till, the web shop and the survey.
 */
public final class SampleFiles {
    /** Rows that no mapping can read and no truth holds. */
    public static final int BAD_ROWS = 3;

    private static final List<String> ACCOUNTS = List.of(
            "ga4",
            "google-ads",
            "meta-ads",
            "mailchimp",
            "pos",
            "web",
            "shopee",
            "crm",
            "forms",
            "calls",
            "chat",
            "accounting",
            "hand",
            "survey",
            "rates");

    private final SampleBusiness business;

    public SampleFiles(SampleBusiness business) {
        this.business = business;
    }

    /** The accounts that the files stand for, as the configuration names them. */
    public static List<String> accounts() {
        return ACCOUNTS;
    }

    /**
     * Writes all files; those that stand there already under the same name are replaced.
     *
     * @return the paths written, in the order of the accounts
     * @throws UncheckedIOException when the folder cannot be written
     */
    public List<Path> write(Path home) {
        return write(home, Set.of());
    }

    /** The same without the files of accounts that are read in another way. */
    public List<Path> write(Path home, Set<String> otherwise) {
        List<Path> written = new ArrayList<>();
        try {
            for (HomeFile file : files()) {
                if (otherwise.stream().anyMatch(file::isOf)) {
                    continue;
                }
                Path path = home.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.write(path, file.content());
                written.add(path);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("the sample business cannot be written to " + home, cause);
        }
        return written;
    }

    private List<HomeFile> files() {
        Truth truth = business.truth();
        List<HomeFile> files = new ArrayList<>();
        files.add(config());
        for (String account : ACCOUNTS) {
            String name = "mappings/" + account + ".facts.yaml";
            files.add(new HomeFile(name, resource(name)));
        }
        files.addAll(TrafficExport.of(truth));
        files.addAll(AdExports.google(truth));
        files.addAll(AdExports.meta(truth));
        files.addAll(MailExport.of(truth));
        files.addAll(new TillExport(truth).files());
        files.addAll(new WebShopExport(truth).files());
        files.addAll(new ShopeeExport(truth).files());
        files.addAll(new CrmExport(truth).files());
        files.addAll(new InquiryExports(truth).files());
        files.addAll(JournalExport.of(truth));
        files.addAll(HandWorkbook.of(truth));
        files.addAll(DailyExports.survey(truth));
        files.addAll(DailyExports.rates(truth));
        return files;
    }

    private HomeFile config() {
        Truth.Span span = business.truth().span();
        String text = new String(resource("nhip.yaml"), StandardCharsets.UTF_8)
                .replace("{{name}}", business.name())
                .replace("{{first-day}}", span.firstDay().toString())
                .replace("{{closed-through}}", span.closedThrough().toString());
        return new HomeFile("config/nhip.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) {
        try (InputStream in = SampleFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out the resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException cause) {
            throw new UncheckedIOException("the resource " + name + " cannot be read", cause);
        }
    }
}
