package vn.nhip.connector.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.nhip.spi.Deliveries;

/** Deliveries as the store would have kept them. */
final class GivenDeliveries implements Deliveries {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final List<Kept> all = new ArrayList<>();

    GivenDeliveries add(String at, String mediaType, String body) {
        long number = all.size() + 1L;
        all.add(new Kept(number, "d" + number, Instant.parse(at), mediaType, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    @Override
    public List<Arrival> days() {
        return all.stream()
                .map(GivenDeliveries::day)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(day -> new Arrival(day, Integer.toString(all.size())))
                .toList();
    }

    @Override
    public List<Kept> after(LocalDate day, long last, int most) {
        return all.stream()
                .filter(kept -> day(kept).equals(day) && kept.number() > last)
                .limit(most)
                .toList();
    }

    private static LocalDate day(Kept kept) {
        return LocalDate.ofInstant(kept.receivedAt(), ZONE);
    }
}
