package vn.nhip.manifest.component;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** How long to wait after a reply that asked for it; the waiting itself is the engine's. */
sealed interface Backoff {

    /** No reply makes us wait longer at once; the engine asks again and is told again. */
    Duration LONGEST = Duration.ofHours(1);

    Pattern SECONDS = Pattern.compile("[0-9]{1,12}([.][0-9]{1,9})?");

    Optional<Duration> pause(HttpReply reply, Scope scope);

    /** Always the same; the first step of a growing one, whose growth is the engine's. */
    record Constant(Template seconds) implements Backoff {
        @Override
        public Optional<Duration> pause(HttpReply reply, Scope scope) {
            return Backoff.seconds(seconds.text(scope)).map(Backoff::limited);
        }
    }

    /** As many seconds as a header says, or until the second that it says. */
    record Header(String name, Optional<Pattern> pattern, boolean until, Optional<Template> least) implements Backoff {

        @Override
        public Optional<Duration> pause(HttpReply reply, Scope scope) {
            Optional<Duration> least = this.least.flatMap(template -> seconds(template.text(scope)));
            Instant now = scope.clock().instant();
            return reply.header(name)
                    .flatMap(this::found)
                    .flatMap(Backoff::seconds)
                    .map(told -> until ? Duration.between(now, Instant.EPOCH.plus(told)) : told)
                    .filter(wait -> !wait.isNegative())
                    .map(wait -> least.filter(at -> at.compareTo(wait) > 0).orElse(wait))
                    .or(() -> least)
                    .map(Backoff::limited);
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
                new Constant(component
                        .allow("backoff_time_in_seconds", "jitter_range_in_seconds")
                        .template("backoff_time_in_seconds", Variables.CONFIG));
            case "ExponentialBackoffStrategy" ->
                new Constant(
                        component.allow("factor", "jitter_range_in_seconds").template("factor", "5", Variables.CONFIG));
            case "WaitTimeFromHeader" ->
                header(component.allow("header", "regex", "max_waiting_time_in_seconds"), false);
            case "WaitUntilTimeFromHeader" ->
                header(component.allow("header", "regex", "min_wait", "max_waiting_time_in_seconds"), true);
            default -> throw component.unsupported("a backoff strategy");
        };
    }

    private static Backoff header(Component component, boolean until) {
        try {
            return new Header(
                    component.text("header"),
                    component.findText("regex").map(Pattern::compile),
                    until,
                    component.findTemplate("min_wait", Variables.CONFIG));
        } catch (PatternSyntaxException wrong) {
            throw component.require("regex").problem("is no pattern");
        }
    }

    private static Optional<Duration> seconds(String text) {
        return SECONDS.matcher(text).matches()
                ? Optional.of(Duration.ofMillis((long) (Double.parseDouble(text) * 1000)))
                : Optional.empty();
    }

    private static Duration limited(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
