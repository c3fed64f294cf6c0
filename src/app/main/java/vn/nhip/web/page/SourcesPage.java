package vn.nhip.web.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.connection.Connection;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.FactKind;

/** All sources that can be connected, by what they are about, and the connections that there are. */
public record SourcesPage(List<Group> groups, List<Linked> connections) {

    record Group(String title, List<Source> sources) {}

    record Source(String id, String title, String reads) {}

    /** A connection; {@code ended} when somebody has to make it anew. */
    record Linked(String name, String way, String standing, boolean ended, String ends) {}

    /** What a source is mostly about; the first that fits. */
    private enum About {
        OWN,
        ADS,
        WEB,
        SHOP,
        CRM,
        MAIL,
        SURVEY,
        BOOKS,
        RATES;

        private static About of(ConnectorSpec spec) {
            Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
            spec.streams().forEach(stream -> kinds.addAll(stream.facts()));
            if (kinds.size() == FactKind.values().length) {
                return OWN;
            }
            if (kinds.contains(FactKind.AD_DAY)) {
                return ADS;
            }
            if (kinds.contains(FactKind.TRAFFIC_DAY)) {
                return WEB;
            }
            if (kinds.contains(FactKind.METRIC_DAY)) {
                return OWN;
            }
            boolean people = kinds.contains(FactKind.CUSTOMER) && !kinds.contains(FactKind.ORDER);
            return kinds.contains(FactKind.LEAD) || people ? CRM : plain(kinds);
        }

        private static About plain(Set<FactKind> kinds) {
            if (kinds.contains(FactKind.ORDER)) {
                return SHOP;
            }
            if (kinds.contains(FactKind.EMAIL_CAMPAIGN)) {
                return MAIL;
            }
            if (kinds.contains(FactKind.SURVEY_ANSWER)) {
                return SURVEY;
            }
            return kinds.contains(FactKind.LEDGER_ENTRY) ? BOOKS : RATES;
        }
    }

    public static SourcesPage of(Collection<ConnectorFactory> connectors, List<Connection> connections, Wording words) {
        var byAbout = connectors.stream().map(ConnectorFactory::spec).collect(Collectors.groupingBy(About::of));
        List<Group> groups = new ArrayList<>();
        for (About about : List.of(
                About.SHOP,
                About.ADS,
                About.WEB,
                About.CRM,
                About.MAIL,
                About.SURVEY,
                About.BOOKS,
                About.RATES,
                About.OWN)) {
            Optional.ofNullable(byAbout.get(about))
                    .ifPresent(specs -> groups.add(new Group(
                            words.text("web.about." + about.name().toLowerCase(java.util.Locale.ROOT)),
                            specs.stream()
                                    .sorted(Comparator.comparing(ConnectorSpec::title))
                                    .map(spec -> source(spec, words))
                                    .toList())));
        }
        return new SourcesPage(
                groups, connections.stream().map(one -> linked(one, words)).toList());
    }

    private static Source source(ConnectorSpec spec, Wording words) {
        return new Source(spec.id(), SourcePage.title(spec, words), SourcePage.told(spec, "reads", words));
    }

    private static Linked linked(Connection connection, Wording words) {
        boolean ended = connection.standing().state() == Connection.State.RECONNECT;
        return new Linked(
                connection.name(),
                words.text("web.way."
                        + connection
                                .way()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-')),
                words.text(ended ? "web.connection.ended" : "web.connection.fine"),
                ended,
                words.moment(connection.life().ends()));
    }
}
