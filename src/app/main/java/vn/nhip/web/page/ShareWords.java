package vn.nhip.web.page;

import java.math.BigDecimal;
import java.util.Optional;
import vn.nhip.catalogue.Unit;
import vn.nhip.why.Share;
import vn.nhip.why.Split;

/** Says in plain words what a part or factor did. */
record ShareWords(Why.Subject subject, Split split, Rounding rounding, Wording words) {

    String title() {
        return switch (split.kind()) {
            case PARTS, MIX -> words.text("web.breakdown.title", Breakdown.dimension(split.by(), words));
            case PRODUCT -> factor(Split.VOLUME) + " × " + factor(Split.AVERAGE);
            case SIDES -> factor(Split.OVER) + " ÷ " + factor(Split.UNDER);
            case TERMS -> words.text("web.why.terms");
            case INPUTS -> words.text("web.why.inputs");
        };
    }

    private FactorWords factors() {
        return new FactorWords(subject.catalogue(), words);
    }

    private String factor(String share) {
        return factors().name(subject.kpi(), split, share);
    }

    Why.Text of(Share share, BigDecimal rounded) {
        Optional<Unit> unit = share.name().map(name -> factors().unit(subject.kpi(), split, name));
        String before = words.value(share.before(), unit.orElse(subject.kpi().unit()));
        String now = words.value(share.now(), unit.orElse(subject.kpi().unit()));
        return new Why.Text(
                share.name().map(this::factor).orElseGet(() -> words.text("web.why.rest")),
                switch (split.kind()) {
                    case PARTS -> part(share);
                    case MIX -> mix(share, rounded);
                    case TERMS, PRODUCT, SIDES, INPUTS -> words.text("web.why.from-to", before, now);
                },
                before,
                now);
    }

    private String part(Share share) {
        if (isNothing(share.before())) {
            return words.text("web.why.came");
        }
        if (isNothing(share.now())) {
            return words.text("web.why.went");
        }
        String more = words.text(share.amount().signum() > 0 ? "web.why.more-from" : "web.why.less-from", from());
        return Change.ratio(share.before(), share.now())
                .map(ratio -> words.change(Optional.of(ratio)) + ": " + more)
                .orElse(more);
    }

    /** From this channel, from this campaign; of a user's own dimension, from this part. */
    private String from() {
        String key = "web.why.from." + split.by();
        return words.text(words.labels().has(key) ? key : "web.why.from");
    }

    private static boolean isNothing(Optional<BigDecimal> amount) {
        return amount.filter(known -> known.signum() != 0).isEmpty();
    }

    private String mix(Share share, BigDecimal rounded) {
        if (share.before().isEmpty() && share.now().isEmpty()) {
            return "";
        }
        if (share.before().isEmpty()) {
            return words.text("web.why.came");
        }
        if (share.now().isEmpty()) {
            return words.text("web.why.went");
        }
        Share.Effects effects = share.effects().orElseThrow();
        BigDecimal rate = rounding.round(effects.rate());
        return words.text(
                effects.ofRate() ? "web.why.rate" : "web.why.mix",
                rounding.signed(rate),
                rounding.signed(rounded.subtract(rate)));
    }
}
