package vn.nhip.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts;
import vn.nhip.catalogue.Unit;

/** Renders a workspace as the text of {@code nhip.yaml}, with comments in its language; reading it gives it back. */
public final class ConfigText {

    private final StringBuilder text = new StringBuilder();
    private final WorkspaceConfig config;

    private ConfigText(WorkspaceConfig config) {
        this.config = config;
    }

    /** The whole file; the catalogue gives the KPIs' names for comments, the notes stand above the KPIs. */
    public static String of(WorkspaceConfig config, Catalogue catalogue, List<Texts> notes) {
        ConfigText file = new ConfigText(config);
        file.head();
        config.setup().ifPresent(file::setup);
        file.accounts();
        file.nights();
        file.sourcesOfTruth();
        file.kpis(catalogue, notes);
        return file.text.toString();
    }

    private void head() {
        WorkspaceConfig.Calendar calendar = config.calendar();
        line("workspace: " + config.id());
        line("name: " + quoted(config.name()));
        line("zone: " + calendar.zone().getId());
        line("currency: " + calendar.currency().getCurrencyCode());
        line("language: " + (config.language() == WorkspaceConfig.Language.VI ? "vi" : "en"));
        if (config.sample()) {
            comment("dữ liệu mẫu, không phải số thật", "sample figures, not real ones");
            line("sample: true");
        }
        comment(
                "ngày đầu tiên mà lịch sử đơn hàng đầy đủ; trước đó khách mới, giữ chân và CAC không tính được",
                "first day of complete order history; before it new customers, retention and CAC are undefined");
        line("history-complete-since: " + orEmpty(calendar.historyCompleteSince()));
        comment("tháng cuối cùng đã khóa sổ kế toán", "last month whose books are closed");
        line("books-closed-through: " + orEmpty(calendar.booksClosedThrough()));
        comment(
                "số ngày sau một đơn hàng mà khách còn được coi là đang hoạt động",
                "days after an order that a customer counts as active");
        line("active-window-days: " + calendar.activeWindowDays());
    }

    private void setup(Setup setup) {
        line("");
        comment("câu trả lời cho năm câu hỏi của cẩm nang", "the answers to the guide's five questions");
        text.append(entry(setup));
    }

    /** The answers to the five questions, with their head. */
    static String entry(Setup setup) {
        return "setup:\n  goal: " + ids(setup.goals()) + "\n  industry: "
                + setup.industry().id() + "\n  departments: " + ids(setup.departments()) + "\n  responsible: "
                + quoted(setup.responsible()) + "\n  tools: "
                + setup.tools().stream().map(ConfigText::quoted).collect(Collectors.joining(", ", "[", "]")) + "\n";
    }

    private void accounts() {
        line("");
        comment(
                "nơi lấy số liệu; đường dẫn tính từ thư mục nhà",
                "where the figures come from; paths start at the home folder");
        if (config.accounts().isEmpty()) {
            line("accounts:");
            line(
                    "#  pos: {title: \"POS\", connector: files, settings: {path: inbox/pos, mapping: mappings/pos.facts.yaml}}");
            return;
        }
        line("accounts:");
        config.accounts().values().forEach(this::account);
    }

    private void account(WorkspaceConfig.AccountConfig account) {
        text.append(entry(account, config.calendar()));
    }

    /** One account's lines below {@code accounts:}; what is the workspace's own is left out. */
    public static String entry(WorkspaceConfig.AccountConfig account, WorkspaceConfig.Calendar calendar) {
        StringBuilder lines = new StringBuilder("  " + account.name() + ":\n")
                .append("    title: " + quoted(account.title()) + "\n")
                .append("    connector: " + account.connector() + "\n");
        account.connection().ifPresent(connection -> lines.append("    connection: " + connection + "\n"));
        if (!account.zone().equals(calendar.zone())) {
            lines.append("    zone: " + account.zone().getId() + "\n");
        }
        if (!account.currency().equals(calendar.currency())) {
            lines.append("    currency: " + account.currency().getCurrencyCode() + "\n");
        }
        lines.append("    settings: " + flow(account.settings()) + "\n");
        if (!account.heldBackLimit().equals(HeldBackLimit.DEFAULT)) {
            lines.append("    held-back-limit: " + account.heldBackLimit() + "\n");
        }
        return lines.toString();
    }

    private void nights() {
        Nights nights = config.nights();
        line("");
        comment(
                "mỗi đêm các tài khoản được đọc một lần, vào giờ này theo múi giờ ở trên, mỗi tài khoản lệch đi một chút",
                "each night every account is read once, at this time in the zone above, each a little later");
        line("nightly: {at: \"" + nights.at() + "\", jitter-minutes: "
                + nights.jitter().toMinutes() + "}");
        comment(
                "lần đọc đầu lùi về bao nhiêu tháng; đọc bao nhiêu phần cùng lúc; mỗi tài khoản được bao nhiêu phút",
                "months back at the first reading; parts read at the same time; minutes that one account may take");
        line("sync: {history-months: " + nights.historyMonths() + ", side-by-side: "
                + nights.pace().sideBySide() + ", minutes-per-account: "
                + nights.pace().perAccount().toMinutes() + "}");
        comment("thư mục nhận tệp mỗi sáng", "the folder that gets the file each morning");
        line(nights.export().map(ConfigText::export).orElse("#export: {folder: exports, format: xlsx}"));
        comment(
                "ai được báo khi đọc hỏng, khi phải kết nối lại và khi có số mới; máy chủ thư ghi trong operator.yaml",
                "who hears of failures, reconnects and new numbers; the mail server stands in operator.yaml");
        line(receivers(nights.receivers()));
    }

    private static String receivers(Nights.Receivers receivers) {
        String mail = receivers.mail().stream().map(ConfigText::quoted).collect(Collectors.joining(", ", "[", "]"));
        return receivers.equals(Nights.Receivers.NOBODY)
                ? "#notices: {mail: [\"marketing@shop.example\"], webhook: false}"
                : "notices: {mail: " + mail + ", webhook: " + receivers.webhook() + "}";
    }

    private static String export(Nights.ExportTarget target) {
        String format = target.format().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "export: {folder: " + quoted(target.folder().toString()) + ", format: " + format + "}";
    }

    private void sourcesOfTruth() {
        if (config.sourcesOfTruth().isEmpty()) {
            return;
        }
        line("");
        comment(
                "khi nhiều nơi cùng ghi một loại số liệu: chỉ những nơi kể ở đây được tính, mạnh nhất đứng trước",
                "where several sources give the same kind: only those named here count, the strongest first");
        line("sources-of-truth:");
        new TreeMap<>(config.sourcesOfTruth())
                .forEach((kind, names) -> line("  " + kind.id() + ": [" + String.join(", ", names) + "]"));
    }

    private void kpis(Catalogue catalogue, List<Texts> notes) {
        if (config.kpis().isEmpty()) {
            return;
        }
        line("");
        comment(
                "target là mục tiêu cho một kỳ theo nhịp của KPI (ngày, tuần hay tháng); tỷ lệ ghi 0–1; để trống khi chưa đặt",
                "target is for one period of the KPI's cadence (day, week or month); ratios are 0–1; empty until set");
        notes.forEach(note -> comment(note.vi(), note.en()));
        line("kpis:");
        config.kpis().forEach((id, choice) -> kpi(id, choice, catalogue.findKpi(id)));
    }

    private void kpi(String id, KpiChoice choice, Optional<Kpi> kpi) {
        kpi.ifPresent(known -> line("  # " + said(known)));
        text.append(entry(id, choice));
    }

    /** One KPI's lines below {@code kpis:}. */
    static String entry(String id, KpiChoice choice) {
        StringBuilder lines = new StringBuilder("  " + id + ":\n    show: " + choice.show() + "\n");
        if (!choice.watch()) {
            lines.append("    watch: false\n");
        }
        choice.owner().ifPresent(owner -> lines.append("    owner: " + quoted(owner) + "\n"));
        choice.department().ifPresent(department -> lines.append("    department: " + quoted(department) + "\n"));
        lines.append(choice.target()
                .map(target -> "    target: " + target.toPlainString() + "\n")
                .orElse("    target:\n"));
        if (!choice.targets().isEmpty()) {
            lines.append(choice.targets().entrySet().stream()
                    .map(entry -> quoted(entry.getKey().toString()) + ": "
                            + entry.getValue().toPlainString())
                    .collect(Collectors.joining(", ", "    targets: {", "}\n")));
        }
        return lines.toString();
    }

    private String said(Kpi kpi) {
        boolean vi = config.language() == WorkspaceConfig.Language.VI;
        String cadence =
                switch (kpi.cadence()) {
                    case DAY -> vi ? "mỗi ngày" : "per day";
                    case WEEK -> vi ? "mỗi tuần" : "per week";
                    case MONTH -> vi ? "mỗi tháng" : "per month";
                };
        String unit = kpi.unit() == Unit.MONEY
                ? config.calendar().currency().getCurrencyCode() + " "
                : kpi.unit() == Unit.RATIO ? "0–1 " : "";
        return oneLine(config.language().of(kpi.name())) + ", " + unit + cadence;
    }

    private static String ids(List<? extends Setup.Answer> answers) {
        return answers.stream().map(Setup.Answer::id).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String flow(Map<String, String> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String orEmpty(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private void comment(String vi, String en) {
        line("# " + oneLine(config.language().of(new Texts(vi, en))));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** A double-quoted YAML scalar; whatever is no plain printable character is escaped. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (point < ' ' || !Character.isDefined(point) || isSpecial(point)) {
                quoted.append(String.format("\\U%08x", point));
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isSpecial(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
