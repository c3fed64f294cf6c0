package vn.nhip.web.page;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.nhip.app.Reviewed;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.spi.Grain;

/** The review of one month: every shown KPI with what is decided about it; only the last month can be decided. */
public record ReviewPage(
        String month, String title, boolean open, List<ReviewRow> rows, long undecided, List<Link> months) {

    /** Another month's review; the one that is shown has no address. */
    record Link(String text, String address) {}

    /** What the page is made of; {@code typed} is a form that could not be taken over. */
    public record Subject(
            YearMonth month,
            YearMonth last,
            List<Reviewed> kpis,
            List<YearMonth> months,
            Optional<DecisionForm> typed) {}

    public static ReviewPage of(Subject subject, Catalogue catalogue, Wording words) {
        boolean open = subject.month().equals(subject.last());
        return new ReviewPage(
                subject.month().toString(),
                words.text("web.review.title", name(subject.month(), words)),
                open,
                subject.kpis().stream()
                        .map(kpi -> ReviewRow.of(kpi, subject.month(), typed(subject, kpi), catalogue, words))
                        .toList(),
                subject.kpis().stream().filter(kpi -> kpi.review().isEmpty()).count(),
                months(subject, words));
    }

    private static Optional<DecisionForm> typed(Subject subject, Reviewed kpi) {
        return subject.typed().filter(form -> form.kpi().id().equals(kpi.kpi().id()));
    }

    private static List<Link> months(Subject subject, Wording words) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(subject.last(), subject.month()), subject.months().stream())
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .map(month -> new Link(name(month, words), month.equals(subject.month()) ? "" : "/review/" + month))
                .toList();
    }

    static String name(YearMonth month, Wording words) {
        return words.period(Grain.MONTH, month.atDay(1));
    }
}
