package vn.nhip.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts;
import vn.nhip.catalogue.Unit;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** A small made-up report: every unit, a missed and a missing target, undefined and running periods. */
final class Reports {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final Instant NOW = Instant.parse("2026-03-18T01:15:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 18);
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 1);

    private Reports() {}

    static Report shop() {
        return shop(Language.VI, ZONE, true);
    }

    static Report shop(Language language, ZoneId zone, boolean sample) {
        List<KpiValue> values = new ArrayList<>();
        values.addAll(daily("website-traffic", Grain.DAY, 1_200));
        values.addAll(daily("sales", Grain.DAY, 12_345_678));
        values.addAll(rates());
        values.addAll(daily("retention", Grain.WEEK, 0));
        values.addAll(daily("revenue", Grain.MONTH, 400_000_000));
        values.add(value(
                "sales", Grain.DAY, FIRST_DAY, by("channel", "=cmd()|shop"), Optional.of(new BigDecimal("-1500"))));
        return new Report(
                new Report.Business(
                        "minh-an", "Cửa hàng Minh An & Bạn", language, zone, Currency.getInstance("VND"), sample),
                kpis(),
                values,
                channels(),
                reconciliation(),
                sources(),
                NOW);
    }

    static Report withValues(List<KpiValue> values) {
        Report shop = shop();
        return new Report(
                shop.business(), shop.kpis(), values, shop.channels(), shop.reconciliation(), shop.sources(), NOW);
    }

    static List<Report.KpiLine> kpis() {
        Formula kept = new Formula.Retention(Formula.Retention.Kind.KEPT, Optional.of(Period.ofDays(90)));
        Formula users = new Formula.Distinct("users");
        Kpi rate = kpi("conversion-rate", "Tỷ lệ chuyển đổi|Conversion rate", Grain.DAY, Unit.RATIO, revenue());
        return List.of(
                line(
                        kpi("website-traffic", "Lưu lượng truy cập|Website traffic", Grain.DAY, Unit.COUNT, users),
                        "1200"),
                line(kpi("sales", "Doanh số|Sales", Grain.DAY, Unit.MONEY, revenue()), "20000000"),
                line(rate, ""),
                line(
                        kpi(
                                "retention",
                                "Tỷ lệ giữ chân khách hàng|Customer retention rate",
                                Grain.WEEK,
                                Unit.RATIO,
                                kept),
                        "0.8"),
                line(kpi("revenue", "Doanh thu|Revenue", Grain.MONTH, Unit.MONEY, revenue()), "410000000"));
    }

    private static Formula revenue() {
        return new Formula.Sum(List.of(
                new Formula.Terms(
                        Formula.When.LEDGER_CONNECTED,
                        List.of(new Formula.Term("ledger.revenue", false)),
                        Optional.of(new Texts("theo sổ kế toán", "from the books"))),
                new Formula.Terms(
                        Formula.When.ALWAYS,
                        List.of(new Formula.Term("orders.net", false), new Formula.Term("refunds", true)),
                        Optional.of(new Texts("theo đơn hàng", "from orders")))));
    }

    /** Names are Vietnamese and English, with a bar between. */
    private static Kpi kpi(String id, String names, Grain cadence, Unit unit, Formula formula) {
        int bar = names.indexOf('|');
        Texts name = new Texts(names.substring(0, bar), names.substring(bar + 1));
        Texts text = new Texts("Nội dung của " + name.vi(), "Text of " + name.en());
        return new Kpi(
                id,
                3,
                name,
                cadence,
                Set.of(cadence),
                unit,
                Kpi.Good.UP,
                formula,
                List.of("channel"),
                0,
                Optional.empty(),
                text,
                new Texts.Guide(text, text, List.of(new Texts.Action(Texts.Trigger.DROP, text))));
    }

    private static Report.KpiLine line(Kpi kpi, String target) {
        Optional<BigDecimal> wanted = target.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(target));
        KpiChoice choice = new KpiChoice(true, Optional.of("Nguyễn Thị Ánh Đào"), Optional.of("marketing"), wanted);
        return new Report.KpiLine(kpi, choice, true, List.of("pos", "web"), Optional.of(NOW));
    }

    /** A deterministic wave; the period that holds today still runs. */
    private static List<KpiValue> daily(String kpi, Grain grain, long level) {
        List<KpiValue> values = new ArrayList<>();
        for (LocalDate start = grain.startOf(FIRST_DAY); !start.isAfter(TODAY); start = grain.next(start)) {
            int step = values.size();
            BigDecimal value = level == 0
                    ? new BigDecimal("0.75").add(BigDecimal.valueOf(step % 7, 2))
                    : BigDecimal.valueOf(level * (90 + step * 7 % 23) / 100);
            values.add(value(kpi, grain, start, KpiValue.Breakdown.TOTAL, Optional.of(value)));
        }
        return values;
    }

    private static List<KpiValue> rates() {
        List<KpiValue> values = new ArrayList<>();
        for (LocalDate day = FIRST_DAY; !day.isAfter(TODAY); day = day.plusDays(1)) {
            boolean undefined = day.getDayOfMonth() == 5;
            BigDecimal buyers = BigDecimal.valueOf(20 + day.getDayOfMonth());
            BigDecimal users = BigDecimal.valueOf(undefined ? 0 : 900);
            values.add(new KpiValue(
                    "conversion-rate",
                    3,
                    Grain.DAY,
                    day,
                    KpiValue.Breakdown.TOTAL,
                    Optional.of(buyers),
                    Optional.of(users),
                    undefined ? Optional.empty() : Optional.of(buyers.divide(users, MathContext.DECIMAL64)),
                    undefined ? "zero-denominator" : "",
                    standing(day, Grain.DAY)));
        }
        return values;
    }

    static KpiValue.Breakdown by(String dimension, String value) {
        return new KpiValue.Breakdown(dimension, value);
    }

    static KpiValue value(String kpi, Grain grain, LocalDate start, KpiValue.Breakdown of, Optional<BigDecimal> value) {
        return new KpiValue(
                kpi,
                3,
                grain,
                start,
                of,
                value,
                Optional.empty(),
                value,
                value.isEmpty() ? "no-source: ad-day" : "",
                standing(start, grain));
    }

    private static KpiValue.Standing standing(LocalDate start, Grain grain) {
        boolean partial = !grain.endOf(start).isBefore(TODAY);
        KpiValue.State state = start.getDayOfMonth() == 9 ? KpiValue.State.RESTATED : KpiValue.State.SETTLED;
        return new KpiValue.Standing(
                partial ? KpiValue.State.PROVISIONAL : state, Optional.of(TODAY.minusDays(1)), partial, NOW);
    }

    private static List<Report.ChannelMonth> channels() {
        List<Report.ChannelMonth> rows = new ArrayList<>();
        for (Map.Entry<String, Integer> channel :
                List.of(Map.entry("facebook", 3), Map.entry("web", 5), Map.entry("shopee", 7))) {
            for (int month = 1; month <= 2; month++) {
                BigDecimal scale = BigDecimal.valueOf(channel.getValue() * 1_000_000L * month);
                rows.add(new Report.ChannelMonth(
                        YearMonth.of(2026, month),
                        channel.getKey(),
                        channel.getValue() == 5 ? Optional.empty() : Optional.of(scale),
                        Optional.of(BigDecimal.valueOf(channel.getValue() * 10L)),
                        Optional.of(BigDecimal.valueOf(channel.getValue())),
                        Optional.of(scale.multiply(BigDecimal.TEN))));
            }
        }
        return rows;
    }

    private static List<Report.Reconciliation> reconciliation() {
        return List.of(
                new Report.Reconciliation(
                        YearMonth.of(2026, 1),
                        "pos",
                        "VND",
                        1_000,
                        new BigDecimal("500000000"),
                        990,
                        new BigDecimal("495000000"),
                        0),
                new Report.Reconciliation(
                        YearMonth.of(2026, 1),
                        "crm",
                        "GBP",
                        300,
                        new BigDecimal("150000.25"),
                        10,
                        new BigDecimal("5000.25"),
                        290));
    }

    private static List<Report.Source> sources() {
        return List.of(
                new Report.Source(
                        "pos",
                        "Máy bán hàng",
                        "files",
                        Optional.of(NOW),
                        Optional.of(TODAY.minusDays(1)),
                        OptionalLong.of(123_456),
                        7,
                        ""),
                new Report.Source(
                        "crm",
                        "CRM",
                        "files",
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.of(0),
                        0,
                        "Không đọc được tệp khách.csv: thiếu cột Email."));
    }
}
