package vn.nhip.sandbox.files;

import java.util.ArrayList;
import java.util.List;
import vn.nhip.sandbox.truth.Mailing;
import vn.nhip.sandbox.truth.Truth;

/** The campaign report of an e-mail service. */
final class MailExport {
    private static final List<String> HEADER = List.of(
            "Unique Id",
            "Title",
            "Send Date",
            "Total Recipients",
            "Successful Deliveries",
            "Total Bounces",
            "Unique Opens",
            "Unique Opens (proxies excluded)",
            "Unique Clicks",
            "Human Clicks",
            "Unsubscribes");

    private MailExport() {}

    static List<HomeFile> of(Truth truth) {
        Shapes shapes = new Shapes(truth.span().zone());
        List<HomeFile> files = new ArrayList<>();
        Batches.yearly(truth.web().mailings(), mailing -> shapes.day(mailing.sentAt()))
                .forEach((year, batch) -> {
                    List<List<Object>> rows =
                            batch.stream().map(mailing -> row(mailing, shapes)).toList();
                    byte[] content = CsvText.PLAIN.write(Table.of("campaigns", HEADER, rows));
                    files.add(new HomeFile("inbox/mailchimp/campaigns-" + year + ".csv", content));
                });
        return files;
    }

    private static List<Object> row(Mailing mailing, Shapes shapes) {
        Mailing.Response response = mailing.response();
        return List.of(
                mailing.id(),
                mailing.name(),
                shapes.iso(mailing.sentAt()),
                mailing.sent(),
                mailing.delivered(),
                mailing.bounces(),
                response.opens(),
                response.ownOpens(),
                response.clickers(),
                response.humanClickers(),
                response.unsubscribed());
    }
}
