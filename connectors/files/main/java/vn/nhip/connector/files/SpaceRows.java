package vn.nhip.connector.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Records of columns set apart by any number of blanks and tabs, one per line, without quotes. */
final class SpaceRows implements Rows {

    private final Transcript transcript;
    private final BufferedReader lines;
    private final List<String> header;
    private int[] wanted = {};
    private long line;

    SpaceRows(Transcript transcript, Heading heading) throws IOException {
        this.transcript = transcript;
        transcript.skipLines(Math.max(heading.row(), 1));
        this.lines = new BufferedReader(transcript);
        this.line = Math.max(heading.row(), 1) - 1L;
        this.header = heading.row() == 0
                ? heading.names()
                : words(Optional.ofNullable(nextLine()).orElse(""));
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void want(int[] columns) {
        wanted = columns;
    }

    @Override
    public Optional<Row> next() throws IOException {
        String text = nextLine();
        while (text != null && text.isBlank()) {
            text = nextLine();
        }
        return text == null ? Optional.empty() : Optional.of(row(text));
    }

    private Row row(String text) {
        List<String> words = words(text);
        @Nullable Object[] cells = new @Nullable Object[wanted.length];
        for (int slot = 0; slot < wanted.length; slot++) {
            boolean there = wanted[slot] != UNWANTED && wanted[slot] < words.size();
            cells[slot] = there ? words.get(wanted[slot]) : null;
        }
        Row.Problem problem = null;
        if (text.indexOf(Transcript.UNREADABLE) >= 0) {
            problem = new Row.Problem("", "", "holds bytes that are not text in the declared encoding");
        } else if (words.size() != header.size()) {
            problem = new Row.Problem(
                    "", "", "has " + words.size() + " columns where " + header.size() + " are declared");
        }
        return new Row(line, line, cells, problem);
    }

    private @Nullable String nextLine() throws IOException {
        line++;
        return lines.readLine();
    }

    private static List<String> words(String text) {
        StringTokenizer tokens = new StringTokenizer(text, " \t\u00a0");
        List<String> words = new ArrayList<>();
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    @Override
    public String text(Row row) throws IOException {
        return transcript.text(row.line(), row.lastLine());
    }

    @Override
    public byte[] take(long lastLine) throws IOException {
        return transcript.take(lastLine);
    }

    @Override
    public void drop(long lastLine) throws IOException {
        transcript.drop(lastLine);
    }

    @Override
    public String placeName() {
        return "line ";
    }

    @Override
    public String places(long first, long last) {
        return "lines " + first + "–" + last;
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public void close() throws IOException {
        transcript.close();
    }
}
