package vn.nhip.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.export.Exporter;
import vn.nhip.export.ReportReader;
import vn.nhip.login.Attempts;
import vn.nhip.login.Audit;
import vn.nhip.spi.DayRange;

/** Workbook and CSV, made when they are asked for, by the writers of {@code nhip export}. */
final class Downloads {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Workplace workplace;
    private final Audit audit;
    private final Pages pages;
    private final Attempts pace;

    Downloads(Workplace workplace, Audit audit, Pages pages) {
        this.workplace = workplace;
        this.audit = audit;
        this.pages = pages;
        this.pace = new Attempts(workplace.clock(), 10);
    }

    void file(Context context) throws IOException {
        String who = Gate.who(context);
        Exporter.Format format =
                format(Optional.ofNullable(context.queryParam("format")).orElse("xlsx"));
        LocalDate from = day(context, "from").orElse(ReportReader.EVER.first());
        LocalDate to = day(context, "to").orElse(ReportReader.EVER.last());
        if (to.isBefore(from)) {
            throw new Refused(400, "form");
        }
        if (!pace.start(who)) {
            throw new Refused(429, "slow");
        }
        String name = Exporter.fileName(workplace.config(), format, workplace.clock());
        audit.note(who, "export", name);
        long mark = workplace.values().mark();
        Path file = write(format, new DayRange(from, to), language(context));
        workplace.handouts().log().note(who, name, new DayRange(from, to), mark);
        context.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType(format == Exporter.Format.XLSX ? XLSX : "text/csv; charset=utf-8")
                .result(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    }

    private synchronized Path write(Exporter.Format format, DayRange days, Language language) throws IOException {
        Path folder = Files.createTempDirectory("nhip-export");
        Path file = folder.resolve(format == Exporter.Format.XLSX ? "kpi.xlsx" : "kpi.csv");
        Exporter.write(workplace.report(days).in(language), format, file);
        Path alone = Files.createTempFile("nhip-export", ".tmp");
        Files.move(file, alone, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.delete(folder);
        return alone;
    }

    private Language language(Context context) {
        String asked = Optional.ofNullable(context.queryParam("language")).orElse("");
        return asked.equals("vi") ? Language.VI : asked.equals("en") ? Language.EN : pages.language(context);
    }

    private static Exporter.Format format(String asked) {
        for (Exporter.Format format : Exporter.Format.values()) {
            if (format.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(asked)) {
                return format;
            }
        }
        throw new Refused(400, "form");
    }

    private static Optional<LocalDate> day(Context context, String field) {
        String text = Optional.ofNullable(context.queryParam(field)).orElse("");
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            throw new Refused(400, "form");
        }
    }
}
