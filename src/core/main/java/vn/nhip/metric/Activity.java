package vn.nhip.metric;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * When one customer was active: the days of their orders, and the spans a source declares.
 *
 * <p>Shape: epoch days, sorted, order days distinct, each with a mask of the buyers metrics that an order of the day
 * counts in; spans are pairs of first and last day, {@link #OPEN} for no end. Stored as variable-length differences: a
 * customer of ten orders takes about two dozen bytes.
 */
final class Activity {

    static final int OPEN = Integer.MAX_VALUE;
    static final Activity NONE = new Activity(new int[0], new byte[0], new int[0]);

    private static final int MORE = 0x80;

    private final int[] orderDays;
    private final byte[] masks;
    private final int[] spans;

    Activity(int[] orderDays, byte[] masks, int[] spans) {
        this.orderDays = orderDays;
        this.masks = masks;
        this.spans = spans;
    }

    int[] orderDays() {
        return orderDays;
    }

    byte[] masks() {
        return masks;
    }

    int[] spans() {
        return spans;
    }

    boolean same(Activity other) {
        return Arrays.equals(orderDays, other.orderDays)
                && Arrays.equals(masks, other.masks)
                && Arrays.equals(spans, other.spans);
    }

    boolean isEmpty() {
        return orderDays.length == 0 && spans.length == 0;
    }

    /** The first day of all, order or span. */
    int firstDay() {
        int order = orderDays.length == 0 ? OPEN : orderDays[0];
        int span = spans.length == 0 ? OPEN : spans[0];
        return Math.min(order, span);
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(orderDays.length + 2);
        write(bytes, orderDays.length);
        int before = 0;
        for (int day : orderDays) {
            write(bytes, zigzag(day - before));
            before = day;
        }
        bytes.writeBytes(masks);
        for (int i = 0; i < spans.length; i += 2) {
            write(bytes, zigzag(spans[i]));
            write(bytes, spans[i + 1] == OPEN ? 0 : 1 + zigzag(spans[i + 1] - spans[i]));
        }
        return bytes.toByteArray();
    }

    static Activity decode(byte[] bytes) {
        Reader reader = new Reader(bytes);
        int[] days = new int[reader.next()];
        int before = 0;
        for (int i = 0; i < days.length; i++) {
            before += unzigzag(reader.next());
            days[i] = before;
        }
        byte[] masks = Arrays.copyOfRange(bytes, reader.at, reader.at + days.length);
        reader.at += days.length;
        int[] spans = new int[8];
        int count = 0;
        while (reader.at < bytes.length) {
            if (count == spans.length) {
                spans = Arrays.copyOf(spans, 2 * count);
            }
            int first = unzigzag(reader.next());
            int length = reader.next();
            spans[count++] = first;
            spans[count++] = length == 0 ? OPEN : first + unzigzag(length - 1);
        }
        return new Activity(days, masks, Arrays.copyOf(spans, count));
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;

        private Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        private int next() {
            int value = 0;
            int shift = 0;
            while (true) {
                byte read = bytes[at++];
                value |= (read & (MORE - 1)) << shift;
                if ((read & MORE) == 0) {
                    return value;
                }
                shift += 7;
            }
        }
    }

    private static void write(ByteArrayOutputStream bytes, int value) {
        int rest = value;
        while ((rest & -MORE) != 0) {
            bytes.write((rest & (MORE - 1)) | MORE);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    private static int zigzag(int value) {
        return (value << 1) ^ (value >> 31);
    }

    private static int unzigzag(int value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
