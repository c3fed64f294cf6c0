package vn.nhip.spi;

import java.time.LocalDate;
import java.util.Optional;

/** A customer who exists in the source before an order of theirs is here; both days are included. */
public record Customer(String id, Person person, LocalDate since, Optional<LocalDate> activeUntil) implements Fact {

    public Customer {
        Names.requireText(id, "customer id");
    }

    @Override
    public FactKind kind() {
        return FactKind.CUSTOMER;
    }

    @Override
    public String key() {
        return id;
    }
}
