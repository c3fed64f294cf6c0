package vn.nhip.web.page;

import java.util.List;

/** Why a record could not be read, in the language of who looks; {@code foreign} where only our own English says it. */
record RefusalWords(String text, boolean foreign) {

    private static final String LINE = "line ";

    /** How the reader begins its sentence, and the key of ours; what follows is the example or the choice. */
    private record Known(String start, String key) {}

    private static final List<Known> KNOWN = List.of(
            new Known("is no number written like ", "number"),
            new Known("is no number cell", "number-cell"),
            new Known("is no date written like ", "date"),
            new Known("is no date cell", "date-cell"),
            new Known("is missing", "empty"),
            new Known("is empty", "empty"),
            new Known("must be one of ", "one-of"));

    /** Where in the file, as {@code line 42} says it. */
    static String place(String at, Wording words) {
        return at.startsWith(LINE) ? words.text("web.file.line", at.substring(LINE.length())) : at;
    }

    static RefusalWords of(String reason, Wording words) {
        return KNOWN.stream()
                .filter(known -> reason.startsWith(known.start()))
                .findFirst()
                .map(known -> new RefusalWords(
                        words.text(
                                "web.reason." + known.key(),
                                reason.substring(known.start().length())),
                        false))
                .orElse(new RefusalWords(reason, true));
    }
}
