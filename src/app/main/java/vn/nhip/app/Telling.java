package vn.nhip.app;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.notice.Channel;
import vn.nhip.notice.Courier;
import vn.nhip.notice.Letter;
import vn.nhip.spi.ConnectorException;
import vn.nhip.store.Outbox;

/** Tells people what happened unattended, and what they should do. */
public final class Telling {

    private final Outbox outbox;
    private final List<Channel> channels;
    private final NoticeWords words;
    private final Courier courier;
    private final Clock clock;

    Telling(Outbox outbox, List<Channel> channels, NoticeWords words, Clock clock) {
        this.outbox = outbox;
        this.channels = List.copyOf(channels);
        this.words = words;
        this.clock = clock;
        this.courier = new Courier(outbox, channels, words::of, clock);
    }

    /** A notice of the past, and how it went out. */
    public record Told(Outbox.Entry entry, Letter.Words words) {}

    /** A channel, and why a test did not go through it, if it did not. */
    public record Tried(String channel, String receivers, Optional<String> failure) {}

    /** Sends what was written at least this long ago. */
    void send(Duration age) {
        courier.send(age);
    }

    /** The last notices, newest first. */
    public List<Told> last(int most) {
        return outbox.last(most).stream()
                .map(entry -> new Told(entry, words.of(entry.notice())))
                .toList();
    }

    /** Sends a message through every channel that is set up, to see whether it arrives. */
    public List<Tried> test() {
        Letter letter = new Letter("test/" + clock.instant(), "test", clock.instant(), words.test(), Map.of());
        List<Tried> tried = new ArrayList<>();
        for (Channel channel : channels) {
            tried.add(new Tried(channel.id(), channel.receivers(), failure(channel, letter)));
        }
        return tried;
    }

    private static Optional<String> failure(Channel channel, Letter letter) {
        try {
            channel.send(List.of(letter));
            return Optional.empty();
        } catch (ConnectorException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
