package vn.nhip.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What was delivered for one account and is kept still, by the account's day of arrival. */
public interface Deliveries {

    /** Of a source that sends nothing. */
    Deliveries NONE = new Deliveries() {
        @Override
        public List<Arrival> days() {
            return List.of();
        }

        @Override
        public List<Kept> after(LocalDate day, long last, int most) {
            return List.of();
        }
    };

    /** A day, and a mark that changes with every delivery of it. */
    record Arrival(LocalDate day, String mark) {}

    /** One delivery; {@code number} counts up in the order of arrival, {@code id} is the one it was accepted under. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    record Kept(long number, String id, Instant receivedAt, String mediaType, byte[] body) {}

    /** The days of which everything is kept, newest first. */
    List<Arrival> days();

    /** At most so many deliveries of the day after this number, in order. */
    List<Kept> after(LocalDate day, long last, int most);
}
