package vn.nhip.sandbox.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Inquiry.Origin;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;

/** Forms of the web site, the call centre's log and the chats, each with what it knows of the person. */
final class InquiryExports {
    private final Truth truth;
    private final Shapes shapes;

    InquiryExports(Truth truth) {
        this.truth = truth;
        this.shapes = new Shapes(truth.span().zone());
    }

    List<HomeFile> files() {
        List<HomeFile> files = new ArrayList<>();
        files.addAll(export(
                Origin.FORM,
                "inbox/forms/bieu-mau-",
                CsvText.MARKED,
                List.of("Mã", "Thời gian", "Email", "Điện thoại", "Nguồn", "Rác"),
                this::form));
        files.addAll(export(
                Origin.CALL,
                "inbox/calls/tong-dai-",
                CsvText.SEMICOLON,
                List.of("Call ID", "Start", "Caller", "Line", "Spam"),
                this::call));
        files.addAll(export(
                Origin.CHAT,
                "inbox/chat/hoi-thoai-",
                CsvText.PLAIN,
                List.of("Conversation", "Started", "Channel", "Phone", "Label"),
                this::chat));
        return files;
    }

    private List<HomeFile> export(
            Origin origin, String path, CsvText text, List<String> header, Function<Inquiry, List<Object>> row) {
        List<Inquiry> asked = truth.web().inquiries().stream()
                .filter(inquiry -> inquiry.origin() == origin)
                .toList();
        List<HomeFile> files = new ArrayList<>();
        Batches.yearly(asked, inquiry -> shapes.day(inquiry.at())).forEach((year, batch) -> {
            List<List<Object>> rows = batch.stream().map(row).toList();
            files.add(new HomeFile(path + year + ".csv", text.write(Table.of(path, header, rows))));
        });
        return files;
    }

    private List<Object> form(Inquiry inquiry) {
        return List.of(
                inquiry.id(),
                shapes.vietnamese(inquiry.at()),
                inquiry.shopper().map(Shopper::email).orElse(""),
                inquiry.shopper().map(Shopper::phone).map(Shapes::spaced).orElse(""),
                inquiry.channel(),
                isSpam(inquiry) ? "x" : "");
    }

    private List<Object> call(Inquiry inquiry) {
        return List.of(
                inquiry.id(),
                shapes.iso(inquiry.at()),
                inquiry.shopper().map(Shopper::phone).map(Shapes::international).orElse(""),
                inquiry.channel(),
                isSpam(inquiry) ? "1" : "0");
    }

    private List<Object> chat(Inquiry inquiry) {
        return List.of(
                inquiry.id(),
                shapes.iso(inquiry.at()),
                inquiry.channel(),
                inquiry.shopper().map(Shopper::phone).orElse(""),
                isSpam(inquiry) ? "spam" : "");
    }

    private static boolean isSpam(Inquiry inquiry) {
        return inquiry.state() == Inquiry.State.SPAM;
    }
}
