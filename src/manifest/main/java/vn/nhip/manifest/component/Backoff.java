package vn.nhip.manifest.component;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.tree.Component;

/** How long to wait after a reply that asked for it; the waiting itself is the engine's. */
sealed interface Backoff {

    /** No reply makes us wait longer at once; the engine asks again and is told again. */
    Duration LONGEST = Duration.ofHours(1);

    Optional<Duration> pause(HttpReply reply, Instant now);

    /** Always the same; the first step of a growing one, whose growth is the engine's. */
    record Constant(Duration length) implements Backoff {
        @Override
        public Optional<Duration> pause(HttpReply reply, Instant now) {
            return Optional.of(length);
        }
    }

    /** As many seconds as a header says, or until the second that it says. */
    record Header(String name, Optional<Pattern> pattern, boolean until) implements Backoff {

        private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}([.][0-9]{1,9})?");

        @Override
        public Optional<Duration> pause(HttpReply reply, Instant now) {
            return reply.header(name)
                    .flatMap(this::found)
                    .filter(text -> SECONDS.matcher(text).matches())
                    .map(text -> Duration.ofMillis((long) (Double.parseDouble(text) * 1000)))
                    .map(told -> until ? Duration.between(now, Instant.EPOCH.plus(told)) : told)
                    .filter(wait -> !wait.isNegative())
                    .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        }

        private Optional<String> found(String value) {
            if (pattern.isEmpty()) {
                return Optional.of(value.strip());
            }
            Matcher matcher = pattern.get().matcher(value.length() > 200 ? value.substring(0, 200) : value);
            return matcher.find()
                    ? Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())))
                    : Optional.empty();
        }
    }

    static Backoff of(Component component) {
        return switch (component.type()) {
            case "ConstantBackoffStrategy" ->
                new Constant(seconds(component.allow("backoff_time_in_seconds"), "backoff_time_in_seconds"));
            case "ExponentialBackoffStrategy" ->
                component.allow("factor").find("factor").isPresent()
                        ? new Constant(seconds(component, "factor"))
                        : new Constant(Duration.ofSeconds(5));
            case "WaitTimeFromHeader" ->
                header(component.allow("header", "regex", "max_waiting_time_in_seconds"), false);
            case "WaitUntilTimeFromHeader" -> header(component.allow("header", "regex"), true);
            default -> throw component.unsupported("a backoff strategy");
        };
    }

    private static Backoff header(Component component, boolean until) {
        try {
            return new Header(
                    component.text("header"), component.findText("regex").map(Pattern::compile), until);
        } catch (PatternSyntaxException wrong) {
            throw component.require("regex").problem("is no pattern");
        }
    }

    private static Duration seconds(Component component, String field) {
        String text = component.text(field);
        try {
            return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
        } catch (NumberFormatException | DateTimeException noNumber) {
            throw component.require(field).problem("must be a number of seconds, not an expression");
        }
    }
}
