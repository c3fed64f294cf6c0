package vn.nhip.manifest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.Progress.Frame;
import vn.nhip.manifest.component.DatetimeCursor;
import vn.nhip.manifest.component.Router;
import vn.nhip.manifest.component.Stream;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.DayRange;

/** The order in which the parts of one slice are read: level by level, each parent to its end before the next. */
final class Walk {

    private final Stream stream;
    private final Stage.Plan plan;
    private final Optional<DayRange> days;
    private final Scope scope;
    private final ZoneId zone;

    Walk(Stream stream, Optional<DayRange> days, Scope scope, ZoneId zone) {
        this.stream = stream;
        this.plan = Stage.plan(stream);
        this.days = days;
        this.scope = scope;
        this.zone = zone;
    }

    /** The beginning, with all levels open that need no request; nothing when there are no parts at all. */
    Optional<Progress> begin() {
        return opened(new ArrayList<>());
    }

    /** The level that the next request is for; nothing when it is for the stream's own pages. */
    Optional<Stage> asks(Progress at) {
        List<Frame> frames = at.frames();
        boolean morePages = !frames.isEmpty() && at.lastFrame().parts().isEmpty();
        int level = morePages ? frames.size() - 1 : frames.size();
        return level < plan.stages().size() ? Optional.of(plan.stages().get(level)) : Optional.empty();
    }

    /** Where the parents that a level asks for are. */
    Stream.Position parents(Stage stage, Progress at) {
        Map<String, Object> interval = new LinkedHashMap<>();
        Map<String, Object> part = new LinkedHashMap<>();
        for (int level : stage.above()) {
            boolean windows = plan.stages().get(level).kind() == Stage.Kind.WINDOWS;
            (windows ? interval : part).putAll(at.frames().get(level).parts().get(0));
        }
        boolean again = at.frames().size() == plan.stages().indexOf(stage) + 1;
        Optional<Object> token = again
                ? at.lastFrame().token()
                : stage.parents().parent().paginator().first();
        return new Stream.Position(part, interval, token);
    }

    /** What comes after a page of parents. */
    Optional<Progress> after(Stage stage, Progress at, List<Map<String, Object>> parts, Optional<Object> next) {
        List<Frame> frames = new ArrayList<>(at.frames());
        int level = plan.stages().indexOf(stage);
        while (frames.size() > level) {
            frames.remove(frames.size() - 1);
        }
        List<Map<String, Object>> grouped =
                stage.group().map(group -> group.parts(parts)).orElse(parts);
        frames.add(new Frame(grouped, next, next.isEmpty()));
        return settled(frames);
    }

    /** The part that the stream's own pages are read in. */
    Map<String, Object> leaf(Progress at) {
        Map<String, Object> part = new LinkedHashMap<>();
        plan.leaf().forEach(level -> part.putAll(at.frames().get(level).parts().get(0)));
        return part;
    }

    /** What comes after the last page of a part. */
    Optional<Progress> afterLeaf(Progress at) {
        if (plan.stages().isEmpty()) {
            return Optional.empty();
        }
        List<Frame> frames = new ArrayList<>(at.frames());
        frames.set(frames.size() - 1, at.lastFrame().withoutFirst());
        return settled(frames);
    }

    /** Leaves levels that are read to their end; nothing when all are. */
    private Optional<Progress> settled(List<Frame> frames) {
        while (!frames.isEmpty()) {
            Frame last = frames.get(frames.size() - 1);
            if (!last.parts().isEmpty()) {
                return opened(frames);
            }
            if (!last.done()) {
                return Optional.of(Progress.at(frames, stream.paginator().first()));
            }
            frames.remove(frames.size() - 1);
            if (!frames.isEmpty()) {
                frames.set(frames.size() - 1, frames.get(frames.size() - 1).withoutFirst());
            }
        }
        return Optional.empty();
    }

    private Optional<Progress> opened(List<Frame> frames) {
        while (frames.size() < plan.stages().size()) {
            Stage stage = plan.stages().get(frames.size());
            if (stage.kind() == Stage.Kind.PARENTS) {
                break;
            }
            List<Map<String, Object>> parts = stage.kind() == Stage.Kind.LISTED ? listed(stage) : windows(stage);
            frames.add(new Frame(parts, Optional.empty(), true));
            if (parts.isEmpty()) {
                return settled(frames);
            }
        }
        return Optional.of(Progress.at(frames, stream.paginator().first()));
    }

    private List<Map<String, Object>> listed(Stage stage) {
        List<Map<String, Object>> parts =
                stage.router() instanceof Router.Listed listed ? listed.parts(scope) : List.of();
        return stage.group().map(group -> group.parts(parts)).orElse(parts);
    }

    /** All windows since the manifest's own start, or those of the days that are read. */
    private List<Map<String, Object>> windows(Stage stage) {
        Router.Parents parents = stage.parents();
        DatetimeCursor cursor = parents.parent().cursor().orElseThrow();
        LocalDate today = scope.clock().instant().atZone(zone).toLocalDate();
        LocalDate last = days.map(DayRange::last).orElse(today);
        LocalDate first =
                parents.carried().ofTheseDays() && days.isPresent() ? days.get().first() : cursor.firstDay(scope, zone);
        DayRange range = new DayRange(first.isAfter(last) ? last : first, last);
        return cursor.windows(range, scope).stream()
                .map(window -> cursor.interval(window, zone))
                .toList();
    }
}
