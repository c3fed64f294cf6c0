package vn.nhip.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.spi.ConnectorException;
import vn.nhip.store.Notice;
import vn.nhip.store.Outbox;
import vn.nhip.store.Outbox.Entry;

/**
 * Sends what waits in the outbox through every channel, in one message per channel. What a channel does not take is tried
 * again, a little later each time, for three days; what it took it is never given again.
 */
public final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final int DOUBLINGS = 9;

    private final Outbox outbox;
    private final List<Channel> channels;
    private final Function<Notice, Letter.Words> words;
    private final Clock clock;

    public Courier(Outbox outbox, List<Channel> channels, Function<Notice, Letter.Words> words, Clock clock) {
        this.outbox = outbox;
        this.channels = List.copyOf(channels);
        this.words = words;
        this.clock = clock;
    }

    /** Sends what was written at least this long ago. Never fails because of a channel. */
    public void send(Duration age) {
        List<Entry> claimed = outbox.claim(clock.instant().minus(age));
        Instant oldest = clock.instant().minus(PATIENCE);
        Map<Boolean, List<Entry>> byAge = claimed.stream()
                .collect(Collectors.partitioningBy(entry -> entry.at().isBefore(oldest)));
        giveUp(byAge.getOrDefault(true, List.of()));
        carry(byAge.getOrDefault(false, List.of()));
    }

    private void giveUp(List<Entry> old) {
        old.forEach(entry -> LOG.warn(
                "nobody could be told within three days: {} {}: {}",
                entry.notice().kind().id(),
                entry.notice().key(),
                entry.failure()));
        outbox.close(old, channels.isEmpty() ? Outbox.State.KEPT : Outbox.State.GIVEN_UP);
    }

    private void carry(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<String> failures = new ArrayList<>();
        for (Channel channel : channels) {
            List<Entry> open = entries.stream()
                    .filter(entry -> !entry.delivered().contains(channel.id()))
                    .toList();
            through(channel, open).ifPresent(failures::add);
        }
        if (failures.isEmpty()) {
            outbox.close(entries, channels.isEmpty() ? Outbox.State.KEPT : Outbox.State.SENT);
        } else {
            outbox.again(entries, wait(entries), String.join("; ", failures));
        }
    }

    /** What went wrong, if anything did. */
    private Optional<String> through(Channel channel, List<Entry> entries) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        try {
            channel.send(entries.stream().map(this::letter).toList());
            outbox.delivered(entries, channel.id());
            return Optional.empty();
        } catch (ConnectorException e) {
            LOG.warn("{} notices could not go by {}: {}", entries.size(), channel.id(), e.getMessage());
            return Optional.of(channel.id() + ": " + e.getMessage());
        }
    }

    private Letter letter(Entry entry) {
        Notice notice = entry.notice();
        return new Letter(
                notice.kind().id() + "/" + notice.key(),
                notice.kind().id(),
                entry.at(),
                words.apply(notice),
                notice.about());
    }

    /** As long as for the one that was tried least. */
    private static Duration wait(List<Entry> entries) {
        int tried = entries.stream().mapToInt(Entry::attempts).min().orElse(0);
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tried, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
