package vn.nhip.sandbox.face.ads;

import com.google.ads.googleads.v23.enums.CustomerStatusEnum.CustomerStatus;
import java.time.ZoneId;
import java.util.Optional;
import vn.nhip.sandbox.truth.Truth;

/**
 * An account or a manager of accounts, and what it would answer now.
 *
 * <p>Shape: {@code id} is digits; {@code truth} is empty for a manager. A {@code direct} one is reached by the login
 * itself, any other through a manager above it. A day younger than {@code settlesAfter} days has fewer conversions than
 * the truth, clicks that turn out to be invalid, and a trial campaign that is gone again later; 0 shows the truth at once.
 */
public record AdsCustomer(
        String id,
        String name,
        Optional<String> parent,
        boolean direct,
        CustomerStatus status,
        ZoneId zone,
        String currency,
        Optional<Truth> truth,
        int settlesAfter) {

    /** An account that settles at once, of the business's zone, billed in đồng. */
    public static AdsCustomer of(String id, Truth truth) {
        return new AdsCustomer(
                id,
                "Tài khoản " + id,
                Optional.empty(),
                true,
                CustomerStatus.ENABLED,
                truth.span().zone(),
                "VND",
                Optional.of(truth),
                0);
    }

    public static AdsCustomer manager(String id, ZoneId zone) {
        return new AdsCustomer(
                id, "Quản lý " + id, Optional.empty(), true, CustomerStatus.ENABLED, zone, "VND", Optional.empty(), 0);
    }

    /** The same below a manager, who is the way to it. */
    public AdsCustomer under(String manager) {
        return new AdsCustomer(id, name, Optional.of(manager), false, status, zone, currency, truth, settlesAfter);
    }

    /** The same, reached by the login itself as well. */
    public AdsCustomer directly() {
        return new AdsCustomer(id, name, parent, true, status, zone, currency, truth, settlesAfter);
    }

    public AdsCustomer being(CustomerStatus next) {
        return new AdsCustomer(id, name, parent, direct, next, zone, currency, truth, settlesAfter);
    }

    public AdsCustomer in(ZoneId other) {
        return new AdsCustomer(id, name, parent, direct, status, other, currency, truth, settlesAfter);
    }

    public AdsCustomer billedIn(String code) {
        return new AdsCustomer(id, name, parent, direct, status, zone, code, truth, settlesAfter);
    }

    public AdsCustomer with(Truth next) {
        return new AdsCustomer(id, name, parent, direct, status, zone, currency, Optional.of(next), settlesAfter);
    }

    public AdsCustomer settlingAfter(int days) {
        return new AdsCustomer(id, name, parent, direct, status, zone, currency, truth, days);
    }
}
