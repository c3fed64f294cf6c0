package vn.nhip.web;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import vn.nhip.app.Workplace;
import vn.nhip.connection.Consents;
import vn.nhip.login.Audit;
import vn.nhip.login.Logins;

/** Puts together what answers the addresses of the screen; {@code local} is the server's own address. */
record Desks(Workplace workplace, Pages pages, Gate gate, SyncDesk syncs, WebSettings settings, URI local) {

    List<Route> routes(Assets assets, SampleDesk sample, Probes probes) {
        Logins logins = workplace.logins();
        Screens screens = new Screens(workplace, new Readings(workplace), pages, syncs, logins);
        return new Routes(
                        new Doors(workplace, logins, gate, pages),
                        screens,
                        new Deeds(workplace, logins, syncs, screens),
                        new Downloads(workplace, logins.audit(), pages),
                        assets,
                        new Letterbox(workplace),
                        exports(),
                        new FeedReading(workplace),
                        sample)
                .all(new Api(workplace), probes, more());
    }

    private ExportDesk exports() {
        return new ExportDesk(
                workplace,
                workplace.logins().audit(),
                pages,
                sheets(),
                base(),
                settings.publicUrl().isPresent());
    }

    private SheetDesk sheets() {
        return new SheetDesk(workplace, workplace.logins().audit(), syncs.chores());
    }

    private List<Route> more() {
        Audit audit = workplace.logins().audit();
        ConsentDesk consents = consents(audit);
        return Stream.of(
                        new FileDesk(workplace, audit, pages, syncs, consents).routes(),
                        new ConnectDesk(workplace, audit, pages, syncs, consents).routes(),
                        new Rereading(workplace, audit, syncs).routes(),
                        new Typing(workplace, pages, audit, syncs).routes(),
                        new Trusting(workplace, pages, audit, syncs).routes(),
                        new Acting(workplace, pages, audit).routes(),
                        new Aiming(workplace, pages, audit).routes(),
                        new ReviewDesk(workplace, pages, audit).routes(),
                        new SetupDesk(workplace, pages, audit).routes(),
                        new Noting(workplace, audit).routes(),
                        new Finding(workplace, pages).routes(),
                        sheets().routes())
                .flatMap(List::stream)
                .toList();
    }

    private ConsentDesk consents(Audit audit) {
        return new ConsentDesk(
                workplace,
                audit,
                pages,
                new ConsentDesk.Place(base(), new Consents(workplace.clock())),
                new ConnectWork(workplace, syncs),
                new Drafts(workplace.clock()));
    }

    private URI base() {
        return settings.publicUrl().orElse(local);
    }
}
