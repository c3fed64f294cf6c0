package vn.nhip.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.nhip.app.Workplace;
import vn.nhip.export.CsvWriter;
import vn.nhip.export.Report;
import vn.nhip.handout.Feeds;
import vn.nhip.spi.Secret;

/** The numbers as CSV for spreadsheets that read by themselves: no person, no session, only a secret address. */
final class FeedReading {

    static final String PATH = "/feed/";
    static final String FILE = "/kpi.csv";
    private static final int KEPT = 8;

    private final Workplace workplace;
    private final Map<Feeds.Wanted, Made> made = new LinkedHashMap<>();

    /** A file as it is after so many changes of the store. */
    private record Made(long changes, ByteArrayOutputStream file) {}

    FeedReading(Workplace workplace) {
        this.workplace = workplace;
    }

    Route route() {
        return Route.get(PATH + "{address}" + FILE, Needs.ADDRESS, this::read);
    }

    private void read(Context context) throws IOException {
        Feeds feeds = workplace.handouts().feeds();
        String address = context.pathParam("address");
        Feeds.Feed feed = Optional.of(address)
                .filter(secret -> !secret.isBlank())
                .flatMap(secret -> feeds.find(Secret.of(secret)))
                .orElseThrow(() -> new Refused(404, "feed"));
        byte[] file = file(feed.wanted());
        feeds.read(feed);
        context.header("Cache-Control", "no-store")
                .contentType("text/csv; charset=utf-8")
                .result(file);
    }

    /** Made once for all who read the same after the same change. */
    private synchronized byte[] file(Feeds.Wanted wanted) throws IOException {
        long now = workplace.changes();
        Made last = made.get(wanted);
        if (last != null && last.changes() == now) {
            return last.file().toByteArray();
        }
        Report report = workplace.report().in(wanted.language());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(
                wanted.scope() == Feeds.Scope.TOTALS ? report.totalsOnly() : report,
                out,
                wanted.form() == Feeds.Form.EXCEL ? CsvWriter.Form.PEOPLE : CsvWriter.Form.SHEETS);
        made.remove(wanted);
        if (made.size() >= KEPT) {
            made.remove(made.keySet().iterator().next());
        }
        made.put(wanted, new Made(now, out));
        return out.toByteArray();
    }
}
