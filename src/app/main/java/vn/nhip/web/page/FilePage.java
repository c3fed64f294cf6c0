package vn.nhip.web.page;

import java.util.List;
import java.util.stream.Stream;
import vn.nhip.app.Filing;
import vn.nhip.app.Masked;
import vn.nhip.app.Trial;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.spi.Fact;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Rejected;

/**
 * A file that somebody dropped: which column becomes what, what it would give, and what is wrong with it.
 *
 * <p>Shape: {@code known} is the title of the account that reads it already, and then nothing is asked of its columns.
 */
public record FilePage(
        String name,
        String address,
        String known,
        Mapping mapping,
        List<FactWords.Row> rows,
        Outcome outcome,
        Review review,
        Problem problem) {

    /** What the page is made of; the problem is that of the last attempt. */
    public record Subject(String address, Filing.Look look, String problem, String detail) {}

    /** How the file is read, as select boxes. */
    record Mapping(List<Option> ways, boolean own, FileChoices choices, String zone, String currency) {}

    /** How many records can be read, and those that cannot. */
    record Outcome(boolean tried, boolean fits, String tally, List<Refused> refused) {}

    /** One record that would be held back; its value is masked. */
    record Refused(String at, String field, String value, RefusalWords reason) {}

    /** What is asked before it is taken in. */
    record Review(String title, boolean asksSince) {}

    record Problem(String text, String detail) {}

    public static FilePage of(Subject subject, WorkspaceConfig config, Wording words) {
        Filing.Look look = subject.look();
        FactWords facts = new FactWords(words, look.account().zone());
        return new FilePage(
                look.name(),
                subject.address(),
                look.wanted().account().map(any -> look.account().title()).orElse(""),
                mapping(look, words),
                look.trial().facts().stream().map(facts::of).toList(),
                outcome(look.trial(), look.complete(), words),
                new Review(
                        look.account().title(),
                        config.calendar().historyCompleteSince().isEmpty()
                                && look.trial().facts().stream()
                                        .map(Fact::kind)
                                        .anyMatch(kind -> kind == FactKind.ORDER)),
                new Problem(
                        subject.problem().isEmpty() ? "" : words.text("web.problem." + subject.problem()),
                        subject.detail()));
    }

    private static Mapping mapping(Filing.Look look, Wording words) {
        List<Option> ways = Stream.concat(look.ready().stream(), Stream.of(Filing.OWN))
                .map(way -> new Option(
                        way,
                        words.text("web.mapping." + way),
                        way.equals(look.wanted().mapping())))
                .toList();
        return new Mapping(
                ways,
                look.wanted().mapping().equals(Filing.OWN),
                FileChoices.of(look.choices(), words),
                look.wanted().zone().getId(),
                look.wanted().currency().getCurrencyCode());
    }

    private static Outcome outcome(Trial trial, boolean tried, Wording words) {
        return new Outcome(
                tried,
                trial.fits(),
                words.text(
                        "web.file.tally",
                        words.count(trial.records() - trial.heldBack()),
                        words.count(trial.heldBack())),
                trial.rejected().stream().map(one -> refused(one, words)).toList());
    }

    private static Refused refused(Rejected rejected, Wording words) {
        return new Refused(
                RefusalWords.place(rejected.at(), words),
                rejected.field(),
                Masked.text(rejected.value()),
                RefusalWords.of(rejected.reason(), words));
    }
}
