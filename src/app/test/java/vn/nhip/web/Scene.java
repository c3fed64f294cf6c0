package vn.nhip.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.connection.Credential;
import vn.nhip.export.ReportReader;
import vn.nhip.handout.Feeds;
import vn.nhip.spi.Secret;
import vn.nhip.sync.SyncListener;
import vn.nhip.sync.SyncReport;
import vn.nhip.sync.SyncRequest;

/** A small shop whose every name is an attack, synced for real and served on a free port. */
final class Scene implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
    private static final int DAYS = 40;
    private static final int BROKEN_ROWS = 6;

    final Workplace workplace;
    final WebServer web;
    private final ExecutorService chores = Executors.newSingleThreadExecutor();

    private Scene(Workplace workplace, WebSettings settings, Optional<Runnable> sampleEnd) {
        this.workplace = workplace;
        this.web = WebServer.start(workplace, settings, chores, sampleEnd);
    }

    static Scene open(Path home, WebSettings settings) throws IOException {
        return open(home, settings, Optional.empty());
    }

    static Scene open(Path home, WebSettings settings, Optional<Runnable> sampleEnd) throws IOException {
        writeHome(home);
        Workplace workplace = Workplace.open(new Home(home), CLOCK);
        workplace
                .connecting()
                .make(
                        "inbox",
                        workplace.connecting().wanted(List.of("inbox")).auth(),
                        Credential.token(Secret.of("inbox-secret"), Map.of(), Optional.empty()));
        workplace
                .sync(List.of("orders", "leads", "ads"), SyncRequest.MANUAL, SyncListener.SILENT)
                .forEach(Scene::requireRead);
        workplace.refresh();
        workplace.handouts().log().note("mai", Attack.number(6), ReportReader.EVER, 0);
        workplace
                .handouts()
                .feeds()
                .make(
                        new Feeds.Wanted(Attack.number(7), Feeds.Form.EXCEL, Feeds.Scope.ALL, Language.VI),
                        Attack.number(8));
        workplace.acts().notes().write(Optional.empty(), LAST_DAY.minusDays(3), Attack.number(9), Attack.number(2));
        return new Scene(workplace, settings, sampleEnd);
    }

    private static void requireRead(SyncReport report) {
        if (!report.ok()) {
            throw new AssertionError(report);
        }
    }

    private static void writeHome(Path home) throws IOException {
        writeConfig(home);
        writeMappings(home);
        writeRows(home);
    }

    private static void writeConfig(Path home) throws IOException {
        write(
                home,
                "config/nhip.yaml",
                """
                workspace: shop
                name: "%s"
                zone: Asia/Ho_Chi_Minh
                currency: VND
                language: vi
                sample: true
                history-complete-since: 2026-10-01
                accounts:
                  orders: {title: "%s", connector: files, settings: {path: inbox/orders, mapping: orders.facts.yaml}}
                  leads: {title: "%s", connector: files, settings: {path: inbox/leads, mapping: leads.facts.yaml}}
                  ads: {title: "%s", connector: files, settings: {path: inbox/ads, mapping: ads.facts.yaml}}
                  form: {connector: inbox, connection: inbox, settings: {mapping: form.facts.yaml, thanks: "https://shop.example/thanks"}}
                kpis:
                  sales: {owner: "%s", department: sales, target: 500000}
                  leads: {owner: "%s", target: 20}
                """
                        .formatted(yaml(0), yaml(1), yaml(2), yaml(3), yaml(4), yaml(5)));
    }

    private static void writeMappings(Path home) throws IOException {
        write(
                home,
                "orders.facts.yaml",
                """
                read: {format: csv}
                fields:
                  id: {column: id}
                  at: {column: at, instant: "yyyy-MM-dd HH:mm"}
                  amount: {column: "%s", number: "1234.56"}
                  channel: {column: channel}
                  email: {column: email, email: true, optional: true}
                facts:
                  - {fact: order, id: id, ordered-at: at, status: "'paid'", gross: amount, channel: channel, person: {email: email}}
                """
                        .formatted(yaml(0)));
        Files.copy(
                Path.of(System.getProperty("nhip.root"), "config/examples/inbox/contact-form.facts.yaml"),
                home.resolve("form.facts.yaml"));
        write(
                home,
                "leads.facts.yaml",
                """
                read: {format: csv}
                fields:
                  id: {column: id}
                  at: {column: at, instant: "yyyy-MM-dd HH:mm"}
                  channel: {column: channel}
                facts:
                  - {fact: lead, id: id, created-at: at, origin: "'form'", channel: channel, status: "'open'"}
                """);
        writeAdsMapping(home);
    }

    private static void writeAdsMapping(Path home) throws IOException {
        write(
                home,
                "ads.facts.yaml",
                """
                read: {format: csv}
                fields:
                  day: {column: day, day: "yyyy-MM-dd"}
                  campaign: {column: campaign, optional: true}
                  cost: {column: cost, number: "1234.56"}
                facts:
                  - {fact: ad-day, when: "campaign == none", day: day, scope: "'total'", attribution: "'x'", impressions: 0, clicks: 0, cost: cost}
                  - {fact: ad-day, when: "campaign != none", day: day, scope: "'breakdown'", campaign-id: campaign, campaign: campaign, attribution: "'x'", impressions: 0, clicks: 0, cost: cost}
                """);
    }

    private static void writeRows(Path home) throws IOException {
        StringBuilder orders = new StringBuilder("id,at," + csv(0) + ",channel,email\n");
        StringBuilder leads = new StringBuilder("id,at,channel\n");
        StringBuilder ads = new StringBuilder("day,campaign,cost\n");
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = LAST_DAY.minusDays(i);
            ads.append(day + ",,%d\n".formatted(1_000 + i));
            for (int part = 0; part < 3; part++) {
                orders.append("o%d-%d,%s 10:00,%d,%s,buyer%d@shop.example\n"
                        .formatted(i, part, day, 100_000 + 1_000 * i, csv(i + part), i % 7));
                leads.append("l%d-%d,%s 09:00,%s\n".formatted(i, part, day, csv(i + part)));
            }
            ads.append(day + "," + csv(i) + ",%d\n".formatted(1_000 + i));
        }
        for (int i = 0; i < BROKEN_ROWS; i++) {
            orders.append("broken%d,%s 10:00,%s,web,secret.person@shop.example\n".formatted(i, LAST_DAY, csv(i)));
        }
        write(home, "inbox/orders/<img src=x onerror=alert(1)>.csv", orders.toString());
        write(home, "inbox/leads/leads.csv", leads.toString());
        write(home, "inbox/ads/ads.csv", ads.toString());
    }

    private static void write(Path home, String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String yaml(int attack) {
        return Attack.number(attack).replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String csv(int attack) {
        return "\"" + Attack.number(attack).replace("\"", "\"\"") + "\"";
    }

    /** The pages that show something, as a path each. */
    List<String> pages() {
        return List.of(
                "/",
                "/?cadence=week",
                "/?cadence=month",
                "/kpi/sales",
                "/kpi/leads",
                "/kpi/advertising-cost",
                "/kpi/new-customers?grain=week",
                "/kpi/conversion-rate",
                "/kpi/sales?grain=week&with=tet",
                "/kpi/sales/" + LAST_DAY,
                "/kpi/leads/" + LAST_DAY,
                "/kpi/average-order-value/2026-W47",
                "/incidents",
                "/incidents/1",
                "/targets",
                "/targets/sales",
                "/sync",
                "/exports",
                "/exports/1/changes",
                "/search?q=o",
                "/people");
    }

    String address(String path) {
        return web.address().resolve(path).toString();
    }

    int port() {
        return web.address().getPort();
    }

    /** Waits for what was begun in the background. */
    void settle() throws InterruptedException, ExecutionException {
        chores.submit(() -> {}).get();
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        web.close();
        chores.shutdownNow();
        workplace.close();
    }
}
