package vn.nhip.connector.metaads;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.kit.json.StrictJson;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.QuotaLevel;

/**
 * How much of Meta's limits is used, as the headers of each answer say.
 *
 * <p>Units: per cent of the whole, so 100 is all of it; the wait until calls are taken again, when they are not.
 */
record Usage(List<QuotaLevel> quotas, Optional<Duration> regain) {

    private static final int ALL = 100;

    /** Meta counts over the hour before, when it does not say how long. */
    private static final Duration WINDOW = Duration.ofHours(1);

    static Usage of(HttpReply reply, String account, String app, Instant now) {
        Reading reading = new Reading(now, new ArrayList<>(), new ArrayList<>());
        header(reply, "x-business-use-case-usage").ifPresent(owners -> owners.properties()
                .forEach(owner -> owner.getValue().forEach(use -> reading.use("business " + owner.getKey(), use))));
        header(reply, "x-app-usage").ifPresent(use -> reading.calls(app, "calls", use, Duration.ZERO));
        header(reply, "x-ad-account-usage")
                .ifPresent(use -> reading.level(
                        account,
                        "calls",
                        use.path("acc_id_util_pct"),
                        Duration.ofSeconds(use.path("reset_time_duration").asLong())));
        header(reply, "x-fb-ads-insights-throttle").ifPresent(use -> {
            reading.level(app, "insights", use.path("app_id_util_pct"), Duration.ZERO);
            reading.level(account, "insights", use.path("acc_id_util_pct"), Duration.ZERO);
        });
        return new Usage(List.copyOf(reading.levels), reading.waits.stream().max(Comparator.naturalOrder()));
    }

    private record Reading(Instant now, List<QuotaLevel> levels, List<Duration> waits) {

        void use(String owner, JsonNode use) {
            long minutes = use.path("estimated_time_to_regain_access").asLong();
            calls(owner, use.path("type").asText("calls"), use, Duration.ofMinutes(minutes));
        }

        void calls(String owner, String name, JsonNode use, Duration regain) {
            double used = Math.max(
                    use.path("call_count").asDouble(),
                    Math.max(
                            use.path("total_cputime").asDouble(),
                            use.path("total_time").asDouble()));
            if (regain.compareTo(Duration.ZERO) > 0) {
                waits.add(regain);
            }
            add(owner, name, used, regain);
        }

        void level(String owner, String name, JsonNode percent, Duration reset) {
            if (percent.isNumber()) {
                add(owner, name, percent.asDouble(), reset);
            }
        }

        private void add(String owner, String name, double used, Duration reset) {
            long left = Math.max(0, ALL - (long) Math.ceil(used));
            Duration resets = reset.compareTo(Duration.ZERO) > 0 ? reset : WINDOW;
            levels.add(new QuotaLevel(owner, name, left, OptionalLong.of(ALL), now.plus(resets)));
        }
    }

    /** What stands in a header; one that cannot be read is as good as none, the answer counts without it. */
    private static Optional<JsonNode> header(HttpReply reply, String name) {
        try {
            return reply.header(name)
                    .map(text -> StrictJson.read(text.getBytes(StandardCharsets.UTF_8), name))
                    .filter(JsonNode::isObject);
        } catch (ConnectorException unreadable) {
            return Optional.empty();
        }
    }
}
