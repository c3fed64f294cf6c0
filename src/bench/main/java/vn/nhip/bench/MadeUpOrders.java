package vn.nhip.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.IntStream;
import vn.nhip.metric.Sql;
import vn.nhip.store.Store;

/** Three years of orders of a made-up shop, ten per customer, straight into the fact tables. */
final class MadeUpOrders {

    static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    static final int DAYS = 1095;
    private static final int PRODUCTS = 500;
    private static final String[] CHANNELS = {"web", "web", "shop", "marketplace"};
    private static final String[] STATUSES = {"paid", "delivered", "delivered", "confirmed", "cancelled"};

    private final Random random = new Random(7);
    private final long count;
    private final String[] channels;

    MadeUpOrders(long count) {
        this(count, CHANNELS);
    }

    /** Over so many channels alike. */
    MadeUpOrders(long count, int channels) {
        this(count, IntStream.range(0, channels).mapToObj(i -> "channel-" + i).toArray(String[]::new));
    }

    private MadeUpOrders(long count, String[] channels) {
        this.count = count;
        this.channels = channels;
    }

    static LocalDate last() {
        return FIRST.plusDays(DAYS - 1L);
    }

    void fill(Store store) {
        long persons = count / 10;
        store.write(handle -> {
            handle.execute("INSERT INTO workspace (id, name, zone, currency) VALUES (1, 'bench', 'UTC', 'VND')");
            handle.execute("INSERT INTO account (workspace_id, id, name, connector, zone, currency)"
                    + " VALUES (1, 1, 'shop', 'files', 'UTC', 'VND')");
            handle.execute(
                    "INSERT INTO stream (workspace_id, id, account_id, name, complete_through) VALUES (1, 1, 1, 'files', ?)",
                    last().toString());
            try (Sql sql = new Sql(handle)) {
                persons(sql, persons);
                orders(sql, persons);
                sql.update("INSERT INTO dirty_day (workspace_id, kind, day) VALUES (1, '*', '*')");
            }
            return true;
        });
    }

    private static void persons(Sql sql, long persons) {
        try (Sql.Batch person = sql.batch("INSERT INTO person (workspace_id, id, keys) VALUES (1, ?, ?)");
                Sql.Batch key =
                        sql.batch("INSERT INTO person_key (workspace_id, key_hash, person_id) VALUES (1, ?, ?)")) {
            for (long id = 1; id <= persons; id++) {
                String hash = Long.toHexString(id * 0x9E3779B97F4A7C15L);
                person.add(id, hash);
                key.add(hash, id);
            }
        }
    }

    private void orders(Sql sql, long persons) {
        try (Sql.Batch insert =
                sql.batch("INSERT INTO fact_order (workspace_id, account_id, key, origin, version, hash,"
                        + " page_id, at, live, day, order_number, ordered_at, person_id, status, channel, currency, gross,"
                        + " discounts, tax, shipping, lines) VALUES (1, 1, ?, 0, 0, 0, 1, 'line 1', 1, ?, ?, ?, ?, ?, ?, 'VND', ?,"
                        + " 0, 0, 0, ?)")) {
            for (long id = 1; id <= count; id++) {
                LocalDate day = FIRST.plusDays(id * DAYS / (count + 1));
                long at = day.atTime(9, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
                long amount = 1000L * (1 + random.nextInt(900));
                String key = "o" + id;
                Long person = random.nextInt(20) == 0 ? null : 1 + (long) (random.nextDouble() * persons);
                insert.add(
                        key,
                        day,
                        key,
                        at,
                        person,
                        STATUSES[random.nextInt(STATUSES.length)],
                        channels[random.nextInt(channels.length)],
                        2 * amount * 1_000_000,
                        "[" + line(amount) + "," + line(amount) + "]");
            }
        }
    }

    private String line(long amount) {
        return "[\"p" + random.nextInt(PRODUCTS) + "\",\"1\",\"" + amount + "\"]";
    }
}
