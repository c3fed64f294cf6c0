package vn.nhip.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.spi.Money;
import vn.nhip.spi.Person;

/** Takes the columns of one fact, in order, in their stored form, straight into the row's bytes. */
final class FactValues {

    static final int NOBODY = -1;

    private final RowBytes bytes;
    private final ZoneId businessZone;
    private final PersonNames persons;
    private int person = NOBODY;
    private LocalDate lastDay = LocalDate.EPOCH;
    private long lastDayStart = 1;
    private long lastDayEnd;
    private String lastDayText = "";

    FactValues(RowBytes bytes, ZoneId businessZone, PersonNames persons) {
        this.bytes = bytes;
        this.businessZone = businessZone;
        this.persons = persons;
    }

    FactValues text(String value) {
        bytes.text(value);
        return this;
    }

    FactValues text(Optional<String> value) {
        value.ifPresentOrElse(bytes::text, bytes::absent);
        return this;
    }

    FactValues number(long value) {
        bytes.number(value);
        return this;
    }

    FactValues number(OptionalLong value) {
        value.ifPresentOrElse(bytes::number, bytes::absent);
        return this;
    }

    /** A number that may have decimals, as whole millionths; one that does not fit throws ArithmeticException. */
    FactValues decimal(BigDecimal value) {
        return number(Money.millionths(value));
    }

    FactValues currency(Currency value) {
        return text(value.getCurrencyCode());
    }

    FactValues instant(Instant value) {
        return number(value.toEpochMilli());
    }

    FactValues instant(Optional<Instant> value) {
        value.ifPresentOrElse(at -> bytes.number(at.toEpochMilli()), bytes::absent);
        return this;
    }

    FactValues day(LocalDate value) {
        if (!value.equals(lastDay) || lastDayText.isEmpty()) {
            remember(value);
        }
        return text(lastDayText);
    }

    FactValues day(Optional<LocalDate> value) {
        value.ifPresentOrElse(day -> bytes.text(day.toString()), bytes::absent);
        return this;
    }

    /** The business day of an instant; neighbours share it, so the zone is asked once a day. */
    FactValues businessDay(Instant at) {
        long second = at.getEpochSecond();
        if (second < lastDayStart || second >= lastDayEnd) {
            remember(at.atZone(businessZone).toLocalDate());
        }
        return text(lastDayText);
    }

    FactValues person(Person value) {
        person = persons.indexOf(value);
        bytes.person();
        return this;
    }

    /** Which of the page's persons the last row named, or nobody; forgotten with this call. */
    int takePerson() {
        int taken = person;
        person = NOBODY;
        return taken;
    }

    FactValues person(Optional<Person> value) {
        value.ifPresentOrElse(this::person, bytes::absent);
        return this;
    }

    <E extends Enum<E>> FactValues flags(Set<E> values) {
        return text(values.stream()
                .map(flag -> flag.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .sorted()
                .collect(Collectors.joining(",")));
    }

    private void remember(LocalDate day) {
        lastDay = day;
        lastDayStart = day.atStartOfDay(businessZone).toEpochSecond();
        lastDayEnd = day.plusDays(1).atStartOfDay(businessZone).toEpochSecond();
        lastDayText = day.toString();
    }
}
