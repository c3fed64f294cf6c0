package vn.nhip.web;

import java.util.ArrayList;
import java.util.List;

/** Every address of the screen; one that is not here does not exist. */
record Routes(
        Doors doors,
        Screens screens,
        Deeds deeds,
        Downloads downloads,
        Assets assets,
        Letterbox letterbox,
        ExportDesk exports,
        FeedReading feeds,
        SampleDesk sample) {

    List<Route> all(Api api, Probes probes, List<Route> acts) {
        List<Route> routes = new ArrayList<>(List.of(
                Route.get("/login", Needs.NOTHING, doors::login),
                Route.post("/login", Needs.NOTHING, doors::enter),
                Route.post("/logout", Needs.NOTHING, doors::leave),
                Route.get("/welcome", Needs.NOTHING, doors::welcome),
                Route.post("/welcome", Needs.NOTHING, doors::accept),
                Route.post("/language", Needs.NOTHING, deeds::language),
                Route.get("/static/{version}/{name}", Needs.NOTHING, assets::serve),
                Route.get("/", Needs.VIEWER, screens::dashboard),
                Route.get("/kpi/{kpi}", Needs.VIEWER, screens::kpi),
                Route.get("/kpi/{kpi}/{period}", Needs.VIEWER, screens::lineage),
                Route.get("/sync", Needs.VIEWER, screens::sync),
                Route.post("/sync", Needs.EDITOR, deeds::sync),
                Route.post("/sync/replay", Needs.EDITOR, deeds::replay),
                Route.get("/exports", Needs.VIEWER, exports::exports),
                Route.get("/exports/file", Needs.VIEWER, downloads::file),
                Route.get("/exports/{export}/changes", Needs.VIEWER, exports::changes),
                Route.post("/exports/feed", Needs.EDITOR, exports::makeFeed),
                Route.post("/exports/feed/end", Needs.EDITOR, exports::endFeed),
                Route.post("/exports/mail", Needs.EDITOR, exports::addReader),
                Route.post("/exports/mail/end", Needs.EDITOR, exports::removeReader),
                Route.post("/exports/mail/try", Needs.EDITOR, exports::tryReader),
                Route.post("/sample/remove", Needs.EDITOR, sample::remove),
                Route.get("/people", Needs.ADMIN, screens::people),
                Route.post("/people/invite", Needs.ADMIN, deeds::invite),
                Route.post("/people/change", Needs.ADMIN, deeds::changePerson)));
        routes.addAll(acts);
        routes.addAll(api.routes());
        routes.addAll(probes.routes());
        routes.add(letterbox.route());
        routes.add(feeds.route());
        return routes;
    }
}
