package vn.nhip.connector.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.spi.ConnectorException;

/**
 * The decoded text of a file, keeping what was read until it is taken as the raw body of a page.
 *
 * <p>Shape: lines are physical lines, counted from 1, ended by LF, CR or CRLF. Bytes that the encoding does not know
 * become {@link #UNREADABLE}, so that the row they stand in can be refused instead of being changed silently.
 */
final class Transcript extends Reader {

    /** A Unicode noncharacter, never text: stands where bytes could not be decoded. */
    static final char UNREADABLE = '\uFFFF';

    private static final int CHUNK = 1 << 15;
    private static final int MAX_KEPT = 1 << 23;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer undecoded = ByteBuffer.allocate(CHUNK).flip();
    private char[] kept = new char[4 * CHUNK];
    private int end; // of the decoded characters
    private int unread; // the first character that the parser has not had
    private int scanned; // up to here lines are counted
    private long line = 1; // the physical line that starts at, or holds, the scan position
    private boolean afterReturn; // a CR was the last character scanned: an LF now belongs to it
    private boolean atEnd;
    private boolean sawUnreadable;

    /** Opens text in the declared encoding; the mark at its beginning must not say another. */
    static Transcript open(InputStream bytes, Charset encoding, String name) throws IOException {
        InputStream marked = bytes.markSupported() ? bytes : new BufferedInputStream(bytes, CHUNK);
        Optional<Charset> announced = announced(marked);
        if (announced.isPresent() && !encoding.name().startsWith(announced.get().name())) {
            marked.close();
            throw ConnectorException.data(
                    name + ": begins as " + announced.get().name() + " text, but the mapping says encoding: "
                            + encoding.name().toLowerCase(Locale.ROOT));
        }
        return new Transcript(marked, encoding);
    }

    private static Optional<Charset> announced(InputStream bytes) throws IOException {
        bytes.mark(3);
        byte[] first = bytes.readNBytes(3);
        bytes.reset();
        String hex = HexFormat.of().formatHex(first);
        if (hex.equals("efbbbf")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return hex.startsWith("feff") || hex.startsWith("fffe")
                ? Optional.of(StandardCharsets.UTF_16)
                : Optional.empty();
    }

    Transcript(InputStream bytes, Charset encoding) throws IOException {
        this.bytes = bytes;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        decodeSome();
        if (end > 0 && kept[0] == BYTE_ORDER_MARK) {
            unread = 1;
            scanned = 1;
        }
    }

    /** True once a byte could not be decoded; until then no cell needs to be searched for it. */
    boolean sawUnreadable() {
        return sawUnreadable;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (unread == end) {
            if (atEnd) {
                return -1;
            }
            decodeSome();
        }
        int count = Math.min(length, end - unread);
        System.arraycopy(kept, unread, target, offset, count);
        unread += count;
        return count;
    }

    /** Gives the parser once more everything from the start of this line on, which must not have been taken yet. */
    void rewindTo(long firstLine) throws IOException {
        scanTo(firstLine);
        unread = scanned;
    }

    /** Everything from the start of one line to the end of another, without the last line's end; lines only grow. */
    String text(long first, long last) throws IOException {
        scanTo(first);
        int from = scanned;
        scanTo(last + 1);
        int to = scanned;
        while (to > from && (kept[to - 1] == '\n' || kept[to - 1] == '\r')) {
            to--;
        }
        return new String(kept, from, to - from).replace(UNREADABLE, '\uFFFD');
    }

    /** The text through the end of this line as UTF-8, no longer kept afterwards. */
    byte[] take(long last) throws IOException {
        scanTo(last + 1);
        byte[] taken =
                new String(kept, 0, scanned).replace(UNREADABLE, '\uFFFD').getBytes(StandardCharsets.UTF_8);
        discard();
        return taken;
    }

    /** Forgets the text through the end of this line. */
    void drop(long last) throws IOException {
        scanTo(last + 1);
        discard();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** Starts reading at this physical line; what stands before it is not kept. */
    void skipLines(long firstLine) throws IOException {
        while (line < firstLine && !(atEnd && scanned == end)) {
            skipTo(firstLine);
            unread = scanned;
            discard();
            if (scanned == end && !atEnd) {
                decodeSome();
            }
        }
        rewindTo(firstLine);
    }

    /** Moves the scan to the start of a line, decoding as far as that needs. */
    private void scanTo(long target) throws IOException {
        skipTo(target);
        while (scanned == end && !atEnd && (line < target || afterReturn)) {
            decodeSome();
            skipTo(target);
        }
    }

    /** Moves the scan to the start of a line, as far as text has been decoded. */
    private void skipTo(long target) {
        int at = scanned;
        while (at < end && (line < target || afterReturn)) {
            if (afterReturn) {
                afterReturn = false;
                at += kept[at] == '\n' ? 1 : 0;
                continue;
            }
            at = nextBreak(at);
            if (at < end) {
                afterReturn = kept[at] == '\r';
                line++;
                at++;
            }
        }
        scanned = at;
    }

    private int nextBreak(int from) {
        int at = from;
        while (at < end && (kept[at] > '\r' || (kept[at] != '\n' && kept[at] != '\r'))) {
            at++;
        }
        return at;
    }

    private void discard() {
        System.arraycopy(kept, scanned, kept, 0, end - scanned);
        end -= scanned;
        unread -= scanned;
        scanned = 0;
    }

    private void decodeSome() throws IOException {
        if (kept.length - end < CHUNK) {
            if (kept.length >= MAX_KEPT) {
                throw ConnectorException.data("line " + line + " or one soon after it is longer than " + MAX_KEPT
                        + " characters; is this the right encoding, and a file of lines?");
            }
            kept = Arrays.copyOf(kept, kept.length * 2);
        }
        CharBuffer room = CharBuffer.wrap(kept, end, kept.length - end);
        while (room.position() == end && !atEnd) {
            boolean last = fill();
            CoderResult result = decoder.decode(undecoded, room, last);
            if (result.isError()) {
                undecoded.position(undecoded.position() + result.length());
                room.put(UNREADABLE);
                sawUnreadable = true;
            } else if (last && result.isUnderflow()) {
                atEnd = true;
                decoder.flush(room);
            }
        }
        end = room.position();
    }

    /** Reads on when half a chunk or less is left to decode; true when the file has no more bytes. */
    private boolean fill() throws IOException {
        if (undecoded.remaining() > CHUNK / 2) {
            return false;
        }
        undecoded.compact();
        int count = 0;
        while (count >= 0 && undecoded.position() < CHUNK / 2) {
            count = bytes.read(undecoded.array(), undecoded.position(), undecoded.remaining());
            undecoded.position(undecoded.position() + Math.max(count, 0));
        }
        undecoded.flip();
        return count < 0;
    }
}
