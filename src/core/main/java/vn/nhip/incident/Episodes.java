package vn.nhip.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From scores to episodes: each opens once, may grow worse, and closes when the series is calm again. */
final class Episodes {

    static final double SEVERE = 5;
    private static final double CALM = 2;
    private static final int CALM_POINTS = 2;

    private final List<Episode> found = new ArrayList<>();
    private Optional<Episode> open = Optional.empty();
    private final double alarm;
    private int calm;

    private Episodes(double alarm) {
        this.alarm = alarm;
    }

    /** @param alarm so many usual deviations off begin one */
    static List<Episode> of(double alarm, List<Judged> points) {
        Episodes episodes = new Episodes(alarm);
        points.forEach(episodes::next);
        episodes.open.ifPresent(episodes.found::add);
        return List.copyOf(episodes.found);
    }

    private void next(Judged point) {
        if (open.isEmpty()) {
            begin(point);
            return;
        }
        Episode episode = open.get();
        boolean same = Math.signum(point.score()) == Math.signum(episode.worst().score());
        boolean quiet = !same || Math.abs(point.score()) < CALM;
        calm = quiet ? calm + 1 : 0;
        if (!same && alarms(point)) {
            found.add(episode.closed(point));
            open = Optional.empty();
            begin(point);
        } else if (calm >= CALM_POINTS) {
            found.add(episode.closed(point));
            open = Optional.empty();
        } else if (!quiet) {
            open = Optional.of(episode.with(point));
        }
    }

    private void begin(Judged point) {
        if (alarms(point)) {
            open = Optional.of(new Episode(point, point, point, Optional.empty()));
            calm = 0;
        }
    }

    private boolean alarms(Judged point) {
        return Math.abs(point.score()) >= alarm || point.lasting();
    }
}
