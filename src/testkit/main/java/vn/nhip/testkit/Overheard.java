package vn.nhip.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** Hears everything that is logged, at every level, through SLF4J, the JDK's logging or straight to the console. */
final class Overheard implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final java.util.logging.Logger jdk = java.util.logging.Logger.getLogger("");
    private final java.util.logging.Level jdkLevel = jdk.getLevel();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Ear ear = new Ear();
    private final JdkEar jdkEar = new JdkEar();

    private Overheard() {}

    static Overheard start() {
        Overheard overheard = new Overheard();
        overheard.listen();
        return overheard;
    }

    private void listen() {
        PrintStream tape = new PrintStream(console, true, StandardCharsets.UTF_8);
        System.setOut(tape);
        System.setErr(tape);
        ear.start();
        root.addAppender(ear);
        root.setLevel(Level.TRACE);
        jdk.addHandler(jdkEar);
        jdk.setLevel(java.util.logging.Level.ALL);
    }

    List<String> lines() {
        lines.add(console.toString(StandardCharsets.UTF_8));
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.setLevel(level);
        root.detachAppender(ear);
        jdk.setLevel(jdkLevel);
        jdk.removeHandler(jdkEar);
        System.setOut(out);
        System.setErr(err);
    }

    private final class Ear extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + event.getMDCPropertyMap() + trace(event));
        }

        private static String trace(ILoggingEvent event) {
            return event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        }
    }

    private final class JdkEar extends Handler {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage() + Arrays.toString(record.getParameters()) + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
