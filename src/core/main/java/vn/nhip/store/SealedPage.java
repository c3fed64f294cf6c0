package vn.nhip.store;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.Rejected;

/**
 * A page made ready for its commit: everything that needs time but no database is done.
 *
 * <p>Shape: {@code page} without its facts and its raw bytes, which were so many; {@code facts} came of records.
 */
@SuppressWarnings("ArrayRecordComponent") // bodies may be megabytes; never compared
public record SealedPage(
        Page page,
        int bytes,
        long facts,
        byte[] rows,
        List<String> persons,
        List<Rejected> rejected,
        String sha256,
        byte[] body) {

    private static final int FAST = 1;

    static SealedPage of(Page page, Rows rows, PersonNames names, Keys keys, String place) {
        List<Rejected> rejected = new ArrayList<>(page.rejected());
        long facts = 0;
        for (Envelope envelope : page.facts()) {
            try {
                rows.add(envelope);
                facts += envelope.silent() ? 0 : 1;
            } catch (ArithmeticException doesNotFit) {
                rejected.add(tooBig(envelope));
            }
        }
        page.removed().forEach(rows::remove);
        byte[] raw = page.raw().bytes();
        String sha256 = HexFormat.of().formatHex(Rows.sha256().digest(raw));
        byte[] body = keys.seal(Zstd.compress(raw, FAST), place);
        return new SealedPage(
                emptied(page), raw.length, facts, rows.takeCompressed(), names.takePage(), rejected, sha256, body);
    }

    private static Page emptied(Page page) {
        return new Page(
                List.of(),
                List.of(),
                List.of(),
                page.counts(),
                new RawBody(page.raw().request(), page.raw().mediaType(), new byte[0]),
                page.next(),
                page.readyIn(),
                page.notes());
    }

    /** How much memory it takes, more or less. */
    public long size() {
        return (long) rows.length + body.length;
    }

    private static Rejected tooBig(Envelope envelope) {
        String what = envelope.fact().kind().id() + " " + envelope.fact().key();
        return new Rejected(
                envelope.at(), "", what, "a number has more than six decimals or is too large to be stored", what);
    }

    /** Opens what was sealed into a page's row. */
    static byte[] open(byte[] body, Keys keys, String place) {
        byte[] compressed = keys.open(body, place);
        return Zstd.decompress(compressed, Math.toIntExact(Zstd.getFrameContentSize(compressed)));
    }

    static String place(long workspace, long slice, String reading, int seq) {
        return String.join("/", "page", Long.toString(workspace), Long.toString(slice), reading, Integer.toString(seq));
    }

    static byte[] sealText(String text, Keys keys, String place) {
        return keys.seal(text.getBytes(StandardCharsets.UTF_8), place);
    }
}
