package vn.nhip.incident;

import java.util.Optional;

/** A stretch of points that are off: the first, the last, the one furthest off, and the one with which it was over. */
public record Episode(Judged first, Judged last, Judged worst, Optional<Judged> over) {

    Episode with(Judged point) {
        return new Episode(
                first, point, Math.abs(point.score()) > Math.abs(worst.score()) ? point : worst, Optional.empty());
    }

    Episode closed(Judged by) {
        return new Episode(first, last, worst, Optional.of(by));
    }

    public boolean isDrop() {
        return first.score() < 0;
    }

    public boolean isSevere() {
        return Math.abs(worst.score()) >= Episodes.SEVERE;
    }
}
