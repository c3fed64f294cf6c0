package vn.nhip.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Shopper;

/** Who asked, when and how; a quarter ask again, some within 30 days and some later. */
final class Inquiries {
    private static final List<Inquiry.Origin> ORIGINS =
            List.of(Inquiry.Origin.FORM, Inquiry.Origin.CALL, Inquiry.Origin.CHAT, Inquiry.Origin.CRM);
    private static final List<Inquiry.State> STATES =
            List.of(Inquiry.State.OPEN, Inquiry.State.QUALIFIED, Inquiry.State.WON, Inquiry.State.LOST);

    private final LocalDate lastDay;
    private final List<Inquiry> all = new ArrayList<>();

    Inquiries(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    List<Inquiry> all() {
        return all;
    }

    void of(Shopper shopper, LocalDate day, Dice dice) {
        boolean spam = dice.chance(0.03);
        LocalDate at = day;
        for (int nth = 1; !at.isAfter(lastDay); nth++) {
            ask(shopper, at, nth, spam, dice);
            if (spam || !dice.chance(0.25)) {
                return;
            }
            at = at.plusDays(dice.between(0, 50));
        }
    }

    private void ask(Shopper shopper, LocalDate day, int nth, boolean spam, Dice dice) {
        Inquiry.Origin origin = ORIGINS.get(dice.weighted(0.4, 0.25, 0.2, 0.15));
        boolean hidden = dice.chance(hiddenShare(origin));
        String id = String.format(Locale.ROOT, "YC%s-%d", shopper.id().substring(2), nth);
        Optional<Shopper> who = hidden ? Optional.empty() : Optional.of(shopper);
        Instant at = Moments.on(day, dice, 8, 21);
        Inquiry.State state = spam ? Inquiry.State.SPAM : state(origin, dice);
        all.add(new Inquiry(id, at, origin, who, channel(origin, dice), state));
    }

    private static double hiddenShare(Inquiry.Origin origin) {
        return switch (origin) {
            case CALL -> 0.06;
            case CHAT -> 0.12;
            case FORM, CRM -> 0;
        };
    }

    /** Only the CRM says what came of it. */
    private static Inquiry.State state(Inquiry.Origin origin, Dice dice) {
        if (origin != Inquiry.Origin.CRM) {
            return Inquiry.State.OPEN;
        }
        return STATES.get(dice.weighted(0.35, 0.3, 0.18, 0.17));
    }

    private static String channel(Inquiry.Origin origin, Dice dice) {
        return switch (origin) {
            case FORM -> dice.one(List.of("organic-search", "paid-search", "paid-social", "direct"));
            case CALL -> "hotline";
            case CHAT -> dice.one(List.of("zalo", "messenger"));
            case CRM -> "event";
        };
    }
}
