package vn.nhip.sandbox.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.sandbox.truth.UniqueUsers;
import vn.nhip.sandbox.truth.VisitDay;

/** An analytics report by day: the total, its parts, and unique users of days, weeks and months. */
final class TrafficExport {
    private static final List<String> HEADER = List.of(
            "Report",
            "Date",
            "Default channel group",
            "Source",
            "Medium",
            "Campaign",
            "Sessions",
            "Engaged sessions",
            "Total users",
            "New users",
            "Key events");

    private record Line(LocalDate day, List<Object> cells) {}

    private TrafficExport() {}

    static List<HomeFile> of(Truth truth) {
        List<Line> lines = new ArrayList<>();
        for (VisitDay day : truth.web().visits()) {
            VisitDay.From everywhere = new VisitDay.From("", "", "", "");
            lines.add(visits("total", day.day(), everywhere, day.whole()));
            day.parts().forEach(part -> lines.add(visits("breakdown", day.day(), part.from(), part.counts())));
        }
        truth.web().uniqueUsers().forEach(users -> lines.add(users(users)));
        List<HomeFile> files = new ArrayList<>();
        Batches.quarterly(lines, Line::day).forEach((label, batch) -> {
            List<List<Object>> rows = batch.stream().map(Line::cells).toList();
            byte[] content = CsvText.PLAIN.write(Table.of("ga4", HEADER, rows));
            files.add(new HomeFile("inbox/ga4/ga4-traffic-" + label + ".csv", content));
        });
        return files;
    }

    private static Line visits(String report, LocalDate day, VisitDay.From from, VisitDay.Counts counts) {
        return new Line(
                day,
                List.of(
                        report,
                        Shapes.compact(day),
                        from.channel(),
                        from.source(),
                        from.medium(),
                        from.campaign(),
                        counts.sessions(),
                        counts.engaged(),
                        counts.users(),
                        counts.newUsers(),
                        counts.keyEvents()));
    }

    private static Line users(UniqueUsers users) {
        String report = "users-" + users.grain().name().toLowerCase(Locale.ROOT);
        return new Line(
                users.start(),
                List.of(report, Shapes.compact(users.start()), "", "", "", "", "", "", users.users(), "", ""));
    }
}
