package vn.nhip.sandbox.face.ads;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.AdSpend.Counts;
import vn.nhip.sandbox.truth.AdSpend.Platform;

/** What the campaigns of one account did, as it is counted at this moment. */
final class Spending {

    private static final AdSpend.Campaign TRIAL = new AdSpend.Campaign("2100000199", "Thử nghiệm");
    private static final int TRIAL_DAYS = 2;

    /** Clicks that turn out to be invalid are given back: until then a day costs more. */
    private static final BigDecimal BEFORE_CREDITS = new BigDecimal("1.02");

    private final AdsCustomer customer;
    private final LocalDate today;

    Spending(AdsCustomer customer, Clock clock) {
        this.customer = customer;
        this.today = LocalDate.now(clock.withZone(customer.zone()));
    }

    List<AdSpend> on(Predicate<LocalDate> days) {
        List<AdSpend> ads = new ArrayList<>();
        Set<LocalDate> spent = new TreeSet<>();
        customer.truth().ifPresent(truth -> truth.web().ads().stream()
                .filter(ad -> ad.platform() == Platform.GOOGLE && days.test(ad.day()))
                .forEach(ad -> {
                    ads.add(asCounted(ad));
                    spent.add(ad.day());
                }));
        spent.stream()
                .filter(day -> age(day) < Math.min(TRIAL_DAYS, customer.settlesAfter()))
                .forEach(day -> ads.add(new AdSpend(
                        Platform.GOOGLE, day, TRIAL, new Counts(40, 1, 0, BigDecimal.ZERO), new BigDecimal(900))));
        return ads;
    }

    private long age(LocalDate day) {
        return ChronoUnit.DAYS.between(day, today);
    }

    /** Conversions come in over days: their share of the truth is the share of the time that has passed. */
    private AdSpend asCounted(AdSpend ad) {
        long age = Math.max(0, age(ad.day()));
        if (age >= customer.settlesAfter()) {
            return ad;
        }
        Counts truth = ad.counts();
        BigDecimal share =
                BigDecimal.valueOf(age).divide(BigDecimal.valueOf(customer.settlesAfter()), 6, RoundingMode.HALF_UP);
        Counts counts = new Counts(
                truth.impressions(),
                truth.clicks(),
                truth.conversions() * age / customer.settlesAfter(),
                truth.value().multiply(share).setScale(0, RoundingMode.DOWN));
        BigDecimal cost = ad.cost().multiply(BEFORE_CREDITS).setScale(0, RoundingMode.HALF_UP);
        return new AdSpend(ad.platform(), ad.day(), ad.campaign(), counts, cost);
    }
}
