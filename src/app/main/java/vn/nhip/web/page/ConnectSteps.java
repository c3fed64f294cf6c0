package vn.nhip.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhip.app.FoundAccounts;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.export.Report;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.FactKind;

/** Draws the steps of connecting: the choice of accounts, what they showed, and their first sync. */
public record ConnectSteps(ConnectPage.Subject subject, WorkspaceConfig config, Wording words) {

    private static final int DEEPEST = 6;

    /** A step that only says something, or sends somebody to the vendor's address. */
    public ConnectPage plain(String consent) {
        return page(consent, ConnectPage.Choice.NONE, ConnectPage.Review.NONE, List.of());
    }

    public ConnectPage choosing(FoundAccounts found) {
        List<FoundAccounts.Row> rows = found.rows();
        boolean alone = rows.size() == 1 && rows.get(0).account().settings().isEmpty();
        Set<String> given = rows.stream()
                .flatMap(row -> row.account().settings().keySet().stream())
                .collect(Collectors.toSet());
        Map<Boolean, List<Field>> fields = Field.settings(subject.spec(), words).stream()
                .filter(field -> !given.contains(field.name().substring("setting.".length())))
                .collect(Collectors.partitioningBy(Field::required));
        ConnectPage.Choice choice = new ConnectPage.Choice(
                rows.stream().map(row -> option(row, alone, rows.size() == 1)).toList(),
                fields.getOrDefault(true, List.of()),
                fields.getOrDefault(false, List.of()));
        return page("", choice, ConnectPage.Review.NONE, List.of());
    }

    private ConnectPage.Option option(FoundAccounts.Row row, boolean alone, boolean only) {
        String about = Stream.of(
                        row.account().settings().isEmpty() ? "" : row.account().id(),
                        row.account().zone().map(zone -> zone.getId()).orElse(""),
                        row.account()
                                .currency()
                                .map(money -> money.getCurrencyCode())
                                .orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        Optional<String> known = row.known().filter(name -> !alone).map(name -> words.text("web.connect.known", name));
        Optional<String> hindrance = alone ? Optional.empty() : row.account().hindrance();
        return new ConnectPage.Option(
                row.account().id(),
                alone ? SourcePage.title(subject.spec(), words) : row.account().title(),
                Math.min(row.depth(), DEEPEST),
                about,
                known.or(() -> hindrance).orElse(""),
                known.isEmpty() && hindrance.isPresent(),
                only && known.isEmpty() && hindrance.isEmpty());
    }

    public ConnectPage review(List<SeenAccount> seen) {
        Set<FactKind> kinds = subject.spec().streams().stream()
                .flatMap(stream -> stream.facts().stream())
                .collect(Collectors.toSet());
        boolean orders = kinds.contains(FactKind.ORDER) || kinds.contains(FactKind.CUSTOMER);
        Optional<String> since = config.calendar().historyCompleteSince().map(day -> words.day(Optional.of(day)));
        ConnectPage.Review review = new ConnectPage.Review(
                seen.stream().map(this::look).toList(),
                Integer.toString(config.nights().historyMonths()),
                orders && since.isEmpty(),
                since.orElse(""));
        return page("", ConnectPage.Choice.NONE, review, List.of());
    }

    private ConnectPage.Look look(SeenAccount seen) {
        AccountConfig account = seen.account();
        FactWords facts = new FactWords(words, account.zone());
        return new ConnectPage.Look(
                account.name(),
                account.title(),
                said(
                        account.zone().getId(),
                        seen.notes().zone().isPresent(),
                        config.calendar().zone().getId()),
                said(
                        account.currency().getCurrencyCode(),
                        seen.notes().currency().isPresent(),
                        config.calendar().currency().getCurrencyCode()),
                seen.facts().stream().map(facts::of).toList(),
                seen.later());
    }

    private static ConnectPage.Said said(String value, boolean known, String business) {
        return new ConnectPage.Said(value, known, value.equals(business), business);
    }

    /** {@code progress} has the records read so far, by account; who is not in it has ended. */
    public ConnectPage reading(List<String> accounts, Map<String, Long> progress, List<Report.Source> sources) {
        List<ConnectPage.Reading> readings = sources.stream()
                .filter(source -> accounts.contains(source.account()))
                .map(source -> reading(source, Optional.ofNullable(progress.get(source.account()))))
                .toList();
        return page("", ConnectPage.Choice.NONE, ConnectPage.Review.NONE, readings);
    }

    private ConnectPage.Reading reading(Report.Source source, Optional<Long> running) {
        String tone = running.isPresent()
                ? "running"
                : !source.lastError().isEmpty()
                        ? "trouble"
                        : source.lastSuccess().isPresent() ? "fine" : "waits";
        return new ConnectPage.Reading(
                source.title(),
                words.text("web.sync.standing." + tone),
                tone,
                words.text(
                        "web.sync.progress",
                        words.count(running.orElse(source.records().orElse(0)))),
                running.isPresent() ? "" : source.lastError());
    }

    private ConnectPage page(
            String consent, ConnectPage.Choice choice, ConnectPage.Review review, List<ConnectPage.Reading> readings) {
        ConnectorSpec spec = subject.spec();
        return new ConnectPage(
                spec.id(),
                SourcePage.title(spec, words),
                subject.address(),
                subject.step(),
                subject.problem().isEmpty()
                        ? ""
                        : words.text("web.problem." + subject.problem(), SourcePage.title(spec, words)),
                subject.detail(),
                consent,
                choice,
                review,
                readings);
    }
}
