package vn.nhip.schedule;

import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the due scan again and again. Quartz only ticks; what is due, and whether it counts, is decided elsewhere. */
public final class Ticker implements AutoCloseable {

    private static final String SCAN = "scan";

    private final Scheduler scheduler;

    private Ticker(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Calls at once, and then every so often; the scan must not block. */
    public static Ticker start(Duration every, Runnable scan) {
        Properties settings = new Properties();
        settings.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "nhip-" + UUID.randomUUID());
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        try {
            Scheduler scheduler = new StdSchedulerFactory(settings).getScheduler();
            scheduler.getContext().put(SCAN, scan);
            scheduler.scheduleJob(
                    JobBuilder.newJob(Scan.class).build(),
                    TriggerBuilder.newTrigger()
                            .startNow()
                            .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                                    .withIntervalInMilliseconds(every.toMillis())
                                    .withMisfireHandlingInstructionNextWithRemainingCount()
                                    .repeatForever())
                            .build());
            scheduler.start();
            return new Ticker(scheduler);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler cannot start: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(false);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler cannot stop: " + e.getMessage(), e);
        }
    }

    /** One tick. A scan that fails is said and tried again with the next. */
    public static final class Scan implements Job {

        private static final Logger LOG = LoggerFactory.getLogger(Scan.class);

        @Override
        public void execute(JobExecutionContext context) {
            try {
                Runnable scan = (Runnable) context.getScheduler().getContext().get(SCAN);
                Objects.requireNonNull(scan, SCAN).run();
            } catch (SchedulerException | RuntimeException e) {
                LOG.error("the due scan failed; it is tried again with the next tick", e);
            }
        }
    }
}
