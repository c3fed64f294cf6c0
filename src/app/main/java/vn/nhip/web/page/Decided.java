package vn.nhip.web.page;

import java.util.Optional;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.review.Review;

/** A decision of a review in words: what, why, by whom and when, and how the KPI stood then. */
record Decided(String month, String address, String kind, String text, String reason, String stood, String by) {

    static Decided of(Review review, Catalogue catalogue, Wording words) {
        Optional<Kpi> kpi = catalogue.findKpi(review.kpi());
        return new Decided(
                ReviewPage.name(review.month(), words),
                "/review/" + review.month(),
                review.decision().kind().id(),
                text(review, kpi, catalogue, words),
                review.decision().reason(),
                kpi.map(known -> stood(review.seen(), known, words)).orElse(""),
                words.text("web.review.by", review.who(), words.moment(Optional.of(review.at()))));
    }

    private static String text(Review review, Optional<Kpi> kpi, Catalogue catalogue, Wording words) {
        String name = name(review.kpi(), catalogue, words);
        return switch (review.decision().kind()) {
            case KEEP -> words.text("web.review.done.keep", name);
            case DROP -> words.text("web.review.done.drop", name);
            case REPLACE ->
                words.text(
                        "web.review.done.replace",
                        name,
                        name(review.decision().successor().orElse(""), catalogue, words));
            case TARGET ->
                words.text(
                        "web.review.done.target",
                        name,
                        kpi.map(known -> words.value(review.seen().target(), known.unit()))
                                .orElse(""),
                        kpi.map(known -> words.value(review.decision().target(), known.unit()))
                                .orElse(""));
        };
    }

    private static String name(String kpi, Catalogue catalogue, Wording words) {
        return catalogue.findKpi(kpi).map(known -> words.text(known.name())).orElse(kpi);
    }

    private static String stood(Review.Seen seen, Kpi kpi, Wording words) {
        if (seen.value().isEmpty()) {
            return "";
        }
        String value = words.value(seen.value(), kpi.unit());
        return seen.judged() == 0
                ? words.text("web.review.stood", value)
                : words.text(
                        "web.review.stood-reached",
                        value,
                        words.count(seen.reached()),
                        words.count(seen.judged()),
                        words.value(seen.target(), kpi.unit()));
    }
}
