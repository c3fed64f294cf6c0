package vn.nhip.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.spi.ApiVersion;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.store.Notice;
import vn.nhip.store.Notices;
import vn.nhip.store.Store;

/** Says in time that the version of an API that a connector uses will end: once at each of a few distances. */
final class VersionWatch {

    private static final List<Long> DAYS_BEFORE = List.of(7L, 30L, 60L);

    private final Notices notices;
    private final Clock clock;
    private final Connectors connectors;

    VersionWatch(Store store, Clock clock, Connectors connectors) {
        this.notices = new Notices(store, clock);
        this.clock = clock;
        this.connectors = connectors;
    }

    void look(WorkspaceConfig config, long workspace) {
        LocalDate today = LocalDate.now(clock.withZone(config.calendar().zone()));
        config.accounts().values().stream()
                .map(WorkspaceConfig.AccountConfig::connector)
                .distinct()
                .flatMap(id -> connectors.find(id).stream())
                .forEach(factory -> notice(factory, today).ifPresent(notice -> notices.record(workspace, notice)));
    }

    private static Optional<Notice> notice(ConnectorFactory factory, LocalDate today) {
        Optional<ApiVersion> used = factory.spec().versions().stream().findFirst();
        Optional<LocalDate> last = used.flatMap(ApiVersion::lastDay);
        long left = last.map(day -> ChronoUnit.DAYS.between(today, day)).orElse(Long.MAX_VALUE);
        return DAYS_BEFORE.stream()
                .filter(days -> left <= days)
                .findFirst()
                .map(days -> new Notice(
                        Notice.Kind.VERSION_ENDS,
                        String.join("/", factory.spec().id(), used.orElseThrow().name(), Long.toString(days)),
                        Map.of(
                                "connector", factory.spec().id(),
                                "version", used.orElseThrow().name(),
                                "last-day", last.orElseThrow().toString())));
    }
}
