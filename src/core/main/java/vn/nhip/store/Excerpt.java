package vn.nhip.store;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few lines of a raw page that a fact came from. */
final class Excerpt {

    private static final Pattern LINES_OF_PAGE = Pattern.compile("(?:lines|rows) (\\d+)\\D+\\d+$");
    private static final Pattern LINE = Pattern.compile("(?:line|row) (\\d+)$");
    private static final Pattern CHARSET = Pattern.compile("charset=([\\w.-]+)");
    private static final int LONGEST = 2_000;

    private Excerpt() {}

    @SuppressWarnings("ArrayRecordComponent") // a page body: handed over once, never compared
    record Body(String request, String mediaType, byte[] bytes) {}

    /**
     * The line or row that {@code at} names, where the page says which it holds; else the page's beginning.
     *
     * <p>Empty when the line stands on another page: the first line of an order may lie on an earlier one.
     */
    static Optional<String> of(Body body, String at) {
        return whole(body, at)
                .map(some -> Masking.of(some.length() > LONGEST ? some.substring(0, LONGEST) + "…" : some));
    }

    /** The same, neither cut nor masked. */
    static Optional<String> whole(Body body, String at) {
        String text = new String(body.bytes(), charset(body.mediaType()));
        Matcher first = LINES_OF_PAGE.matcher(body.request());
        Matcher wanted = LINE.matcher(at);
        return first.find() && wanted.find() ? line(text, first, wanted) : Optional.of(text);
    }

    private static Optional<String> line(String text, Matcher first, Matcher wanted) {
        List<String> lines = text.lines().toList();
        long index = Long.parseLong(wanted.group(1)) - Long.parseLong(first.group(1));
        return index >= 0 && index < lines.size() ? Optional.of(lines.get((int) index)) : Optional.empty();
    }

    private static Charset charset(String mediaType) {
        Matcher named = CHARSET.matcher(mediaType);
        return named.find() && Charset.isSupported(named.group(1))
                ? Charset.forName(named.group(1))
                : StandardCharsets.UTF_8;
    }
}
