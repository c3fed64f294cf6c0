package vn.nhip.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing (or given) byte array of tagged values: absent, whole number, text, the row's person. */
final class RowBytes {

    /** Stands where a row's person belongs; who it is follows the row. */
    static final Object PERSON = new Object();

    private static final byte ABSENT_TAG = 0;
    private static final byte NUMBER_TAG = 1;
    private static final byte TEXT_TAG = 2;
    private static final byte PERSON_TAG = 3;
    private static final int VARINT_MAX = 10;

    private byte[] bytes;
    private int at;

    RowBytes() {
        this(new byte[1 << 16]);
    }

    RowBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return at;
    }

    byte[] array() {
        return bytes;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, at);
    }

    void rewind(int position) {
        at = position;
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    void absent() {
        room(1);
        bytes[at++] = ABSENT_TAG;
    }

    void person() {
        room(1);
        bytes[at++] = PERSON_TAG;
    }

    void number(long value) {
        tagged(NUMBER_TAG, value);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        tagged(TEXT_TAG, utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, at, utf8.length);
        at += utf8.length;
    }

    /** The next value: null, a Long, a String or {@link #PERSON}. */
    @Nullable
    Object next() {
        byte tag = bytes[at++];
        return switch (tag) {
            case ABSENT_TAG -> null;
            case NUMBER_TAG -> varint();
            case TEXT_TAG -> utf8();
            case PERSON_TAG -> PERSON;
            default -> throw damaged();
        };
    }

    long nextNumber() {
        if (bytes[at++] != NUMBER_TAG) {
            throw damaged();
        }
        return varint();
    }

    String nextText() {
        if (bytes[at++] != TEXT_TAG) {
            throw damaged();
        }
        return utf8();
    }

    private void tagged(byte tag, long value) {
        room(1 + VARINT_MAX);
        bytes[at++] = tag;
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    private String utf8() {
        int length = Math.toIntExact(varint());
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    private long varint() {
        long rest = 0;
        int shift = 0;
        byte part;
        do {
            part = bytes[at++];
            rest |= (part & 0x7FL) << shift;
            shift += 7;
        } while (part < 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    private void room(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
        }
    }

    private static StoreException damaged() {
        return new StoreException("A staged page is damaged. Sync again; restore a backup if it comes back.");
    }
}
