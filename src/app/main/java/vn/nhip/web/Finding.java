package vn.nhip.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhip.app.PlainName;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.export.Labels;
import vn.nhip.login.Role;
import vn.nhip.web.page.SearchPage;

/** Finds KPIs, pages and accounts by words in either language, with or without the marks of Vietnamese. */
final class Finding {

    private static final int LONGEST = 100;
    private static final int MOST = 40;

    private final Workplace workplace;
    private final Pages pages;

    Finding(Workplace workplace, Pages pages) {
        this.workplace = workplace;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(Route.get("/search", Needs.VIEWER, this::search));
    }

    /** A page of the menu and who may see it. */
    private record Place(String key, String address, Role role) {}

    private static final List<Place> PLACES = List.of(
            new Place("web.menu.dashboard", "/", Role.VIEWER),
            new Place("web.cadence.day", "/?cadence=day", Role.VIEWER),
            new Place("web.cadence.week", "/?cadence=week", Role.VIEWER),
            new Place("web.cadence.month", "/?cadence=month", Role.VIEWER),
            new Place("web.menu.incidents", "/incidents", Role.VIEWER),
            new Place("web.menu.targets", "/targets", Role.VIEWER),
            new Place("web.menu.sync", "/sync", Role.VIEWER),
            new Place("web.menu.connect", "/connect", Role.EDITOR),
            new Place("web.menu.exports", "/exports", Role.VIEWER),
            new Place("web.menu.people", "/people", Role.ADMIN));

    /** What can be found: {@code name} in plain letters, and what else it is known by. */
    private record Entry(SearchPage.Hit hit, String name, String more) {

        static Entry of(SearchPage.Hit hit, Stream<String> names, String more) {
            return new Entry(hit, PlainName.letters(names.collect(Collectors.joining(" | "))), PlainName.letters(more));
        }

        /** The smaller, the better; nothing where a word is missing. */
        OptionalInt rank(List<String> words) {
            if (!words.stream().allMatch(word -> name.contains(word) || more.contains(word))) {
                return OptionalInt.empty();
            }
            String first = words.get(0);
            if (name.startsWith(first)) {
                return OptionalInt.of(0);
            }
            boolean starts = name.contains(" " + first) || name.contains("(" + first);
            return OptionalInt.of(starts ? 1 : name.contains(first) ? 2 : 3);
        }
    }

    private void search(Context context) {
        String asked = Optional.ofNullable(context.queryParam("q")).orElse("").strip();
        asked = asked.substring(0, Math.min(LONGEST, asked.length()));
        List<String> words = Stream.of(PlainName.letters(asked).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<SearchPage.Hit> hits = words.isEmpty() ? List.of() : find(words, context);
        pages.show(context, "", new SearchPage(asked, hits));
    }

    private List<SearchPage.Hit> find(List<String> words, Context context) {
        return entries(context).stream()
                .filter(entry -> entry.rank(words).isPresent())
                .sorted(Comparator.comparingInt(entry -> entry.rank(words).orElseThrow()))
                .map(Entry::hit)
                .limit(MOST)
                .toList();
    }

    private List<Entry> entries(Context context) {
        Labels shown = pages.words(context).labels();
        Role role = Gate.session(context).orElseThrow().user().role();
        List<Entry> entries = new ArrayList<>();
        PLACES.stream().filter(place -> role.may(place.role())).forEach(place -> entries.add(page(place, shown)));
        workplace
                .catalogue()
                .kpis()
                .values()
                .forEach(kpi -> entries.add(Entry.of(
                        new SearchPage.Hit(
                                shown.text("web.search.kpi"),
                                shown.text(kpi.name()),
                                shown.text(kpi.definition()),
                                "/kpi/" + kpi.id()),
                        Stream.of(kpi.name().vi(), kpi.name().en(), kpi.id()),
                        kpi.definition().vi() + " " + kpi.definition().en())));
        workplace
                .sources()
                .forEach(source -> entries.add(Entry.of(
                        new SearchPage.Hit(
                                shown.text("web.search.account"),
                                source.title(),
                                source.account() + " · " + source.connector(),
                                "/sync"),
                        Stream.of(source.title(), source.account()),
                        source.connector())));
        return entries;
    }

    private static Entry page(Place place, Labels shown) {
        return Entry.of(
                new SearchPage.Hit(shown.text("web.search.page"), shown.text(place.key()), "", place.address()),
                Stream.of(Language.values()).map(language -> Labels.of(language).text(place.key())),
                place.address());
    }
}
