package vn.nhip.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.nhip.sync.ReportScene;

/** A night shift over a scene, whose chores are only written down. */
final class Nighttime {

    final List<String> chores = Collections.synchronizedList(new ArrayList<>());
    private final NightShift shift;

    Nighttime(ReportScene scene) {
        this(scene, () -> {});
    }

    Nighttime(ReportScene scene, Runnable refresh) {
        this.shift = new NightShift(
                scene.store,
                scene.clock,
                scene.config,
                scene.engine,
                new Chores() {
                    @Override
                    public void refresh() {
                        refresh.run();
                        chores.add("refresh");
                    }

                    @Override
                    public void publish() {
                        chores.add("publish");
                    }
                },
                Runnable::run);
    }

    NightShift shift() {
        return shift;
    }

    void tick() {
        try {
            shift.tick().get(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
