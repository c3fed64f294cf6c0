package vn.nhip.sandbox;

import java.time.LocalDate;
import java.util.Optional;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;

/**
 * Somebody buys on a day, for the n-th time.
 *
 * <p>{@code spend} is how much more than others they take; {@code name} tells them from everybody else of that day.
 */
record Purchase(LocalDate day, Sale.Channel channel, Optional<Shopper> shopper, long name, int nth, double spend) {

    static Purchase of(LocalDate day, Sale.Channel channel, Shopper shopper, int nth, double spend) {
        return new Purchase(day, channel, Optional.of(shopper), Contact.number(shopper), nth, spend);
    }

    static Purchase anonymous(LocalDate day, int index) {
        return new Purchase(day, Sale.Channel.SHOP, Optional.empty(), -1 - index, 0, 0.8);
    }
}
