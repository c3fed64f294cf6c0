package vn.nhip.manifest.component;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.manifest.tree.Component;
import vn.nhip.spi.QuotaLevel;

/**
 * One quota of a source, as its replies tell it in headers.
 *
 * <p>Shape: {@code name} for people; the header that says how much is left; the whole, as a number or a header; when it
 * is whole again: a header, or always so long after the reply.
 */
public record Quota(String name, String left, Optional<String> of, Reset reset) {

    /** What the header of the reset says, or the length of the window where there is none. */
    public record Reset(Optional<String> header, As as, Duration window) {}

    /** How a reset is written. */
    public enum As {
        /** Seconds from now. */
        SECONDS,
        /** Seconds since 1970. */
        EPOCH,
        /** Milliseconds from now. */
        MILLISECONDS
    }

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    /** The {@code quota:} of a {@code facts.yaml}. */
    public static Quota of(YamlMap map) {
        map.allow("name", "left", "of", "resets", "as", "window");
        Optional<String> resets = map.find("resets").map(YamlNode::text);
        As as = map.find("as").map(node -> node.choice(As.class)).orElse(As.SECONDS);
        if (resets.isEmpty() && map.find("window").isEmpty()) {
            throw map.problem("a quota needs 'resets' (a header) or 'window' (a duration such as PT1H)");
        }
        Duration window = map.find("window")
                .map(node -> node.parse(Duration::parse, "a duration such as PT1H"))
                .orElse(Duration.ofMinutes(1));
        return new Quota(
                map.text("name"), map.text("left"), map.find("of").map(YamlNode::text), new Reset(resets, as, window));
    }

    /** The budget of a manifest: its headers are read, its rates are the source's own to keep. */
    static Quota of(Component budget) {
        if (!budget.type().equals("HTTPAPIBudget")) {
            throw budget.unsupported("a budget");
        }
        budget.allow(
                "policies", "ratelimit_reset_header", "ratelimit_remaining_header", "status_codes_for_ratelimit_hit");
        for (Component policy : budget.children("policies", "")) {
            if (!policy.type().matches("(FixedWindow|MovingWindow|Unlimited)CallRatePolicy")) {
                throw policy.unsupported("a policy of a budget");
            }
        }
        return new Quota(
                "requests",
                budget.text("ratelimit_remaining_header", "ratelimit-remaining"),
                Optional.empty(),
                new Reset(
                        Optional.of(budget.text("ratelimit_reset_header", "ratelimit-reset")),
                        As.EPOCH,
                        Duration.ofMinutes(1)));
    }

    /** The level that a reply tells, when it does. */
    public Optional<QuotaLevel> level(String owner, HttpReply reply, Instant now) {
        Optional<Long> remaining = reply.header(left).flatMap(Quota::number);
        Optional<Instant> resets = reset.header().isEmpty()
                ? Optional.of(now.plus(reset.window()))
                : reply.header(reset.header().get()).flatMap(Quota::number).map(told -> switch (reset.as()) {
                    case SECONDS -> now.plusSeconds(told);
                    case MILLISECONDS -> now.plusMillis(told);
                    case EPOCH -> Instant.ofEpochSecond(told);
                });
        return remaining.flatMap(level ->
                resets.map(at -> new QuotaLevel(owner, name.toLowerCase(Locale.ROOT), level, whole(reply), at)));
    }

    private OptionalLong whole(HttpReply reply) {
        Optional<Long> whole =
                of.flatMap(text -> number(text).or(() -> reply.header(text).flatMap(Quota::number)));
        return whole.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** The whole part of a number; anything else is not one. */
    private static Optional<Long> number(String text) {
        String bare = text.strip().replaceAll("[.][0-9]+$", "");
        return NUMBER.matcher(bare).matches() ? Optional.of(Long.parseLong(bare)) : Optional.empty();
    }
}
