package vn.nhip.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.nhip.sandbox.truth.Partner;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;

/** About two new partners a month; each has a contract of one year and orders every few weeks while it runs. */
final class Wholesale {
    private static final int CONTRACT_DAYS = 365;
    private static final int SIGNING_INDEX = 299;

    private final List<Partner> partners = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();

    Wholesale(long seed, LocalDate firstDay, LocalDate lastDay) {
        for (LocalDate day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
            Dice dice = Dice.of(seed, "partner", day.toEpochDay());
            boolean open = day.getDayOfWeek().getValue() <= 5 && Math.abs(LunarDays.fromTet(day)) > 5;
            if (open && dice.chance(0.1)) {
                sign(Contact.of(firstDay, day, SIGNING_INDEX, Shopper.Kind.PARTNER, true), day, lastDay, dice);
            }
        }
    }

    List<Partner> partners() {
        return partners;
    }

    List<Purchase> purchases() {
        return purchases;
    }

    private void sign(Shopper shopper, LocalDate since, LocalDate lastDay, Dice dice) {
        LocalDate until = since.plusDays(CONTRACT_DAYS - 1L);
        partners.add(new Partner(shopper, since, until));
        LocalDate end = until.isAfter(lastDay) ? lastDay : until;
        LocalDate day = since;
        for (int nth = 0; !day.isAfter(end); nth++) {
            purchases.add(Purchase.of(day, Sale.Channel.WHOLESALE, shopper, nth, 1));
            day = day.plusDays(dice.between(10, 70));
        }
    }
}
