package vn.nhip.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.nhip.app.Truth;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.metric.Giving;
import vn.nhip.metric.Sources;

/** Which accounts count for each kind of number, and where several give the same; those that need a decision come first. */
public record TruthPage(List<Kind> contested, List<Single> single) {

    /** A kind that several accounts give; the tone is trouble, waits or fine. */
    record Kind(
            String id,
            String title,
            String kpis,
            String rule,
            String standing,
            String tone,
            List<String> overlaps,
            List<Account> accounts,
            boolean chosen) {}

    /** One account and its place among those that count. */
    record Account(String name, String title, String days, String stretch, String counts, List<Option> ranks) {}

    /** A kind that one account gives. */
    record Single(String title, String kpis, String account) {}

    /** What is shown of a kind: the KPIs made of it, and the accounts that the workspace names. */
    public record Subject(Giving.Kind kind, List<Kpi> kpis, List<String> named) {}

    public static TruthPage of(List<Subject> subjects, WorkspaceConfig config, Wording words) {
        List<Kind> contested = new ArrayList<>();
        List<Single> single = new ArrayList<>();
        for (Subject subject : subjects) {
            if (subject.kind().accounts().size() > 1 || !subject.named().isEmpty()) {
                contested.add(kind(subject, config, words));
            } else {
                single.add(new Single(
                        words.text("web.fact." + subject.kind().kind().id()),
                        kpis(subject, words),
                        title(subject.kind().accounts().get(0).name(), config)));
            }
        }
        contested.sort(Comparator.comparing(kind -> kind.tone().equals("trouble") ? 0 : 1));
        return new TruthPage(contested, single);
    }

    private static Kind kind(Subject subject, WorkspaceConfig config, Wording words) {
        Giving.Kind kind = subject.kind();
        String tone = tone(subject);
        return new Kind(
                kind.kind().id(),
                words.text("web.fact." + kind.kind().id()),
                kpis(subject, words),
                words.text("web.truth.rule." + rule(kind)),
                words.text("web.truth.standing." + tone),
                tone,
                overlaps(kind, words),
                kind.accounts().stream()
                        .map(account -> account(account, subject, config, words))
                        .toList(),
                !subject.named().isEmpty());
    }

    private static String tone(Subject subject) {
        boolean unknown = !subject.kind().problem().isEmpty();
        boolean added = subject.named().isEmpty()
                && Sources.addsUp(subject.kind().kind())
                && subject.kind().sharedDays() > 0;
        return unknown ? "trouble" : added ? "waits" : "fine";
    }

    private static String rule(Giving.Kind kind) {
        if (Sources.ofVisitors(kind.kind())) {
            return "visitors";
        }
        return Sources.addsUp(kind.kind()) ? "added" : "joined";
    }

    private static List<String> overlaps(Giving.Kind kind, Wording words) {
        List<String> overlaps = new ArrayList<>();
        if (kind.sharedDays() > 0) {
            overlaps.add(words.text("web.truth.days", words.count(kind.sharedDays()), Integer.toString(Truth.DAYS)));
        }
        if (kind.sharedOrders() > 0) {
            overlaps.add(words.text("web.truth.orders", words.count(kind.sharedOrders())));
        }
        return overlaps;
    }

    private static Account account(Giving.Account account, Subject subject, WorkspaceConfig config, Wording words) {
        int rank =
                subject.named().isEmpty() ? account.counts() : subject.named().indexOf(account.name()) + 1;
        List<Option> ranks = new ArrayList<>();
        ranks.add(new Option("", words.text("web.truth.rank.none"), rank == 0));
        IntStream.rangeClosed(1, subject.kind().accounts().size())
                .mapToObj(place -> new Option(
                        Integer.toString(place),
                        place == 1
                                ? words.text("web.truth.rank.first")
                                : words.text("web.truth.rank", Integer.toString(place)),
                        place == rank))
                .forEach(ranks::add);
        return new Account(
                account.name(),
                title(account.name(), config),
                words.count(account.days()),
                account.first().isEmpty() ? "—" : words.day(account.first()) + " – " + words.day(account.last()),
                words.text(account.counts() > 0 ? "web.truth.counts" : "web.truth.counts-not"),
                ranks);
    }

    private static String kpis(Subject subject, Wording words) {
        return subject.kpis().stream().map(kpi -> words.text(kpi.name())).collect(Collectors.joining(", "));
    }

    private static String title(String account, WorkspaceConfig config) {
        return config.findAccount(account)
                .map(WorkspaceConfig.AccountConfig::title)
                .orElse(account);
    }
}
