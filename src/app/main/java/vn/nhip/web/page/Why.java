package vn.nhip.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.kpi.KpiValue;
import vn.nhip.why.Movement;
import vn.nhip.why.Share;
import vn.nhip.why.Split;

/**
 * Why the shown value moved against the one that it is compared with.
 *
 * <p>Shape: {@code moved} says by how much, {@code reason} why there is nothing more to say; of each piece the amounts of the rows
 * make {@code total} as they are written.
 */
record Why(String moved, String reason, Optional<Change> change, List<Piece> pieces) {

    private static final int MOST = 6;
    private static final int HALF = 50;

    record Piece(String title, String most, List<Row> rows, String total, boolean parts) {}

    /** {@code bar} goes from {@code left}, in hundredths of the width; the middle is no change. */
    record Row(String name, String says, String before, String now, String amount, String tone, int left, int bar) {}

    /** What is compared. */
    record Subject(Kpi kpi, KpiValue now, Movement movement, Catalogue catalogue, Currency currency) {}

    static Why of(Subject subject, Wording words) {
        Movement movement = subject.movement();
        String with = words.period(subject.now().grain(), movement.start());
        Optional<BigDecimal> before = movement.before().flatMap(KpiValue::value);
        String reason = movement.obstacle()
                .map(obstacle -> words.text("web.why.none." + Card.id(obstacle), with))
                .orElse("");
        if (movement.change().isEmpty()) {
            return new Why(words.text("web.why.untold", with), reason, Optional.empty(), List.of());
        }
        BigDecimal change = movement.change().get();
        Rounding rounding = Rounding.of(subject.kpi(), subject.currency(), List.of(change), words);
        return new Why(
                words.text(
                        "web.why.moved",
                        words.period(subject.now().grain(), subject.now().start()),
                        words.value(subject.now().value(), subject.kpi().unit()),
                        with,
                        words.value(before, subject.kpi().unit()),
                        rounding.signed(rounding.round(change))),
                reason,
                Change.between(before, subject.now().value(), subject.kpi().good(), words),
                movement.splits().stream()
                        .map(split -> new Drawn(subject, split, words).piece())
                        .filter(piece -> !piece.rows().isEmpty())
                        .toList());
    }

    /** One split on its way to the page. */
    private record Drawn(Subject subject, Split split, Wording words) {

        Piece piece() {
            List<Share> shares = split.shares().stream()
                    .filter(share -> share.amount().signum() != 0)
                    .sorted(Comparator.comparing((Share share) -> share.amount().abs())
                            .reversed())
                    .toList();
            boolean many = shares.size() > MOST;
            List<Share> shown = many ? shares.subList(0, MOST - 1) : shares;
            List<BigDecimal> amounts =
                    new ArrayList<>(shown.stream().map(Share::amount).toList());
            if (many) {
                amounts.add(sum(shares.subList(MOST - 1, shares.size())));
            }
            BigDecimal change = subject.movement().change().orElseThrow();
            List<BigDecimal> all = new ArrayList<>(amounts);
            all.add(change);
            Rounding rounding = Rounding.of(subject.kpi(), subject.currency(), all, words);
            List<BigDecimal> rounded = rounding.round(amounts);
            ShareWords says = new ShareWords(subject, split, rounding, words);
            BigDecimal widest = amounts.stream()
                    .map(BigDecimal::abs)
                    .max(BigDecimal::compareTo)
                    .orElse(BigDecimal.ONE);
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < amounts.size(); i++) {
                Text text = i < shown.size()
                        ? says.of(shown.get(i), rounded.get(i))
                        : new Text(words.text("web.why.more", words.count(shares.size() - shown.size())), "", "", "");
                rows.add(row(text, amounts.get(i), rounding.signed(rounded.get(i)), widest));
            }
            return new Piece(
                    says.title(),
                    most(rows, amounts, change),
                    rows,
                    rounding.signed(sum(rounded, BigDecimal.ZERO)),
                    split.kind() != Split.Kind.MIX);
        }

        private Row row(Text text, BigDecimal amount, String shown, BigDecimal widest) {
            int bar = (int) Math.round(HALF * amount.abs().doubleValue() / widest.doubleValue());
            return new Row(
                    text.name(),
                    text.says(),
                    text.before(),
                    text.now(),
                    shown,
                    Change.tone(amount, subject.kpi().good()),
                    amount.signum() < 0 ? HALF - bar : HALF,
                    bar);
        }

        /** The part that did most of what happened. */
        private String most(List<Row> rows, List<BigDecimal> amounts, BigDecimal change) {
            for (int i = 0; i < amounts.size(); i++) {
                if (amounts.get(i).signum() == change.signum()) {
                    return words.text(
                            "web.why.most", rows.get(i).name(), rows.get(i).amount());
                }
            }
            return "";
        }

        private static BigDecimal sum(List<Share> shares) {
            return sum(shares.stream().map(Share::amount).toList(), BigDecimal.ZERO);
        }

        private static BigDecimal sum(List<BigDecimal> amounts, BigDecimal from) {
            return amounts.stream().reduce(from, BigDecimal::add);
        }
    }

    /** A row in words. */
    record Text(String name, String says, String before, String now) {}
}
