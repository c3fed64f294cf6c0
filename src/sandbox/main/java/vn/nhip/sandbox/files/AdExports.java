package vn.nhip.sandbox.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.AdSpend.Counts;
import vn.nhip.sandbox.truth.AdSpend.Platform;
import vn.nhip.sandbox.truth.Truth;

/** The day reports of two ad platforms, each with the account's own total and its campaigns. */
final class AdExports {
    private static final AdSpend.Campaign ACCOUNT = new AdSpend.Campaign("", "");

    private AdExports() {}

    static List<HomeFile> google(Truth truth) {
        List<String> header = List.of(
                "Ngày",
                "Cấp",
                "Mã chiến dịch",
                "Chiến dịch",
                "Mã đơn vị tiền tệ",
                "Lượt hiển thị",
                "Lượt nhấp",
                "Chi phí",
                "Lượt chuyển đổi",
                "Giá trị chuyển đổi");
        List<HomeFile> files = new ArrayList<>();
        yearly(truth, Platform.GOOGLE).forEach((year, batch) -> {
            Table table = Table.of(
                    "google", header, batch.stream().map(AdExports::googleRow).toList());
            files.add(new HomeFile("inbox/google-ads/google-ads-" + year + ".csv", CsvText.TAB_UTF_16.write(table)));
        });
        return files;
    }

    private static List<Object> googleRow(AdSpend ad) {
        return List.of(
                ad.day(),
                ad.campaign().equals(ACCOUNT) ? "Tài khoản" : "Chiến dịch",
                ad.campaign().id(),
                ad.campaign().name(),
                ad.platform().currency(),
                Shapes.comma(ad.counts().impressions()),
                Shapes.comma(ad.counts().clicks()),
                Shapes.comma(ad.cost()),
                Shapes.comma(ad.counts().conversions()),
                Shapes.comma(ad.counts().value()));
    }

    static List<HomeFile> meta(Truth truth) {
        List<String> header = List.of(
                "Reporting starts",
                "Level",
                "Campaign ID",
                "Campaign name",
                "Attribution setting",
                "Impressions",
                "Link clicks",
                "Amount spent (USD)",
                "Purchases",
                "Purchases conversion value");
        List<HomeFile> files = new ArrayList<>();
        yearly(truth, Platform.META).forEach((year, batch) -> {
            Table table = Table.of(
                    "meta", header, batch.stream().map(AdExports::metaRow).toList());
            files.add(new HomeFile("inbox/meta-ads/meta-ads-" + year + ".csv", CsvText.MARKED.write(table)));
        });
        return files;
    }

    private static List<Object> metaRow(AdSpend ad) {
        return List.of(
                ad.day(),
                ad.campaign().equals(ACCOUNT) ? "account" : "campaign",
                ad.campaign().id(),
                ad.campaign().name(),
                "7-day click or 1-day view",
                ad.counts().impressions(),
                ad.counts().clicks(),
                ad.cost().toPlainString(),
                ad.counts().conversions(),
                ad.counts().value().toPlainString());
    }

    private static SortedMap<String, List<AdSpend>> yearly(Truth truth, Platform platform) {
        SortedMap<LocalDate, List<AdSpend>> days = new TreeMap<>();
        truth.web().ads().stream().filter(ad -> ad.platform() == platform).forEach(ad -> days.computeIfAbsent(
                        ad.day(), day -> new ArrayList<>())
                .add(ad));
        List<AdSpend> lines = new ArrayList<>();
        days.values().forEach(ads -> {
            lines.add(total(ads));
            lines.addAll(ads);
        });
        return Batches.yearly(lines, AdSpend::day);
    }

    private static AdSpend total(List<AdSpend> ads) {
        Counts counts = new Counts(0, 0, 0, BigDecimal.ZERO);
        BigDecimal cost = BigDecimal.ZERO;
        for (AdSpend ad : ads) {
            counts = plus(counts, ad.counts());
            cost = cost.add(ad.cost());
        }
        return new AdSpend(ads.get(0).platform(), ads.get(0).day(), ACCOUNT, counts, cost);
    }

    private static Counts plus(Counts one, Counts other) {
        return new Counts(
                one.impressions() + other.impressions(),
                one.clicks() + other.clicks(),
                one.conversions() + other.conversions(),
                one.value().add(other.value()));
    }
}
