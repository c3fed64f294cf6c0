package vn.nhip.store;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page.Removed;

/**
 * The facts of a page as compact bytes and back. Persons stand in the bytes by their place in the page's list of names,
 * so that bytes can be made before anyone asks the database who has which id.
 */
final class Rows {

    private static final int FAST = 1;
    private static final int GONE = 0;
    private static final int FACT = 1;

    private final RowBytes bytes = new RowBytes();
    private final PersonNames names;
    private final FactValues values;
    private final MessageDigest digest;

    Rows(ZoneId businessZone, PersonNames names) {
        this.names = names;
        this.values = new FactValues(bytes, businessZone, names);
        this.digest = sha256();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Adds a fact.
     *
     * @throws ArithmeticException when a number of it does not fit; nothing was added then
     */
    void add(Envelope envelope) {
        int start = bytes.position();
        try {
            Fact fact = envelope.fact();
            FactTable table = FactTable.of(fact.kind());
            bytes.number(FACT);
            bytes.text(table.name());
            bytes.text(fact.key());
            int content = bytes.position();
            table.binder().accept(fact, values);
            int person = values.takePerson();
            bytes.number(hash(content, person));
            bytes.number(person);
            bytes.number(envelope.version());
            bytes.text(envelope.at());
        } catch (ArithmeticException doesNotFit) {
            values.takePerson();
            bytes.rewind(start);
            throw doesNotFit;
        }
    }

    void remove(Removed removed) {
        bytes.number(GONE);
        bytes.text(FactTable.of(removed.kind()).name());
        bytes.text(removed.key());
    }

    byte[] takeCompressed() {
        byte[] compressed = Zstd.compress(bytes.copy(), FAST);
        bytes.rewind(0);
        return compressed;
    }

    /** Reads what {@link #takeCompressed} gave. */
    static List<Row> list(byte[] compressed, long page, List<Long> persons) {
        long size = Zstd.getFrameContentSize(compressed);
        RowBytes bytes = new RowBytes(Zstd.decompress(compressed, Math.toIntExact(size)));
        List<Row> rows = new ArrayList<>();
        while (!bytes.atEnd()) {
            boolean gone = bytes.nextNumber() == GONE;
            FactTable table = FactTable.named(bytes.nextText());
            String key = bytes.nextText();
            rows.add(gone ? Row.gone(table, key) : row(bytes, new Place(table, key, page), persons));
        }
        return rows;
    }

    private record Place(FactTable table, String key, long page) {}

    private static Row row(RowBytes bytes, Place place, List<Long> persons) {
        @Nullable Object[] values = new @Nullable Object[place.table().columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.next();
        }
        long hash = bytes.nextNumber();
        int person = Math.toIntExact(bytes.nextNumber());
        if (person != FactValues.NOBODY) {
            values[place.table().indexOf("person_id")] = persons.get(person);
        }
        long version = bytes.nextNumber();
        return new Row(place.table(), place.key(), version, hash, bytes.nextText(), place.page(), values);
    }

    /** The first 64 bits of a SHA-256 over the values; a person counts by name, so the hash means the same in any store. */
    private long hash(int from, int person) {
        digest.update(bytes.array(), from, bytes.position() - from);
        if (person != FactValues.NOBODY) {
            digest.update(names.name(person).getBytes(StandardCharsets.UTF_8));
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** The ids of a page's persons beside its rows. */
    static byte[] ids(List<Long> persons) {
        RowBytes bytes = new RowBytes(new byte[16 + persons.size() * 4]);
        persons.forEach(bytes::number);
        return bytes.copy();
    }

    static List<Long> ids(byte[] bytes) {
        RowBytes source = new RowBytes(bytes);
        List<Long> ids = new ArrayList<>();
        while (!source.atEnd()) {
            ids.add(source.nextNumber());
        }
        return ids;
    }
}
