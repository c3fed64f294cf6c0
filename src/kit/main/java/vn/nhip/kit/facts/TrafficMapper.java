package vn.nhip.kit.facts;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhip.spi.Grain;
import vn.nhip.spi.Scope;
import vn.nhip.spi.TrafficDay;
import vn.nhip.spi.TrafficDay.Quality;
import vn.nhip.spi.TrafficDay.TrafficCounts;
import vn.nhip.spi.TrafficDay.TrafficSource;
import vn.nhip.spi.TrafficUsers;

/** Web traffic by day, and users by the source's own period. */
final class TrafficMapper {

    private TrafficMapper() {}

    static FactMapper days(Attributes attributes) {
        Attribute day = attributes.required("day");
        Attribute scope = attributes.required("scope");
        Sources sources = Sources.of(attributes);
        Counts counts = Counts.of(attributes);
        Map<Quality, Attribute> warnings = Map.of(
                Quality.THRESHOLDED, attributes.optional("thresholded"),
                Quality.OTHER_ROW, attributes.optional("other-row"),
                Quality.SAMPLED, attributes.optional("sampled"));
        return group -> new TrafficDay(
                day.day(group),
                scope.choice(group, Scope.class),
                sources.read(group),
                counts.read(group),
                quality(warnings, group));
    }

    static FactMapper users(Attributes attributes) {
        Attribute grain = attributes.required("grain");
        Attribute start = attributes.required("start");
        Attribute users = attributes.required("users");
        return group -> new TrafficUsers(grain.choice(group, Grain.class), start.day(group), users.count(group));
    }

    private static Set<Quality> quality(Map<Quality, Attribute> warnings, Group group) {
        Set<Quality> quality = EnumSet.noneOf(Quality.class);
        warnings.forEach((warning, attribute) -> {
            if (attribute.yes(group)) {
                quality.add(warning);
            }
        });
        return quality;
    }

    private record Sources(Attribute channel, Attribute source, Attribute medium, Attribute campaign) {

        static Sources of(Attributes attributes) {
            return new Sources(
                    attributes.optional("channel"),
                    attributes.optional("source"),
                    attributes.optional("medium"),
                    attributes.optional("campaign"));
        }

        TrafficSource read(Group group) {
            return new TrafficSource(
                    channel.textOr(group, ""),
                    source.textOr(group, ""),
                    medium.textOr(group, ""),
                    campaign.textOr(group, ""));
        }
    }

    private record Counts(
            Attribute sessions, Attribute engaged, Attribute users, Attribute newUsers, Attribute keyEvents) {

        static Counts of(Attributes attributes) {
            Counts counts = new Counts(
                    attributes.optional("sessions"),
                    attributes.optional("engaged-sessions"),
                    attributes.optional("users"),
                    attributes.optional("new-users"),
                    attributes.optional("key-events"));
            boolean none =
                    List.of(counts.sessions, counts.engaged, counts.users, counts.newUsers, counts.keyEvents).stream()
                            .noneMatch(Attribute::declared);
            if (none) {
                attributes
                        .scope()
                        .problems()
                        .add(attributes.map().problem("a traffic-day needs a count, such as 'users' or 'sessions'"));
            }
            return counts;
        }

        TrafficCounts read(Group group) {
            return new TrafficCounts(
                    sessions.countOrZero(group),
                    engaged.countOrZero(group),
                    users.countOrZero(group),
                    newUsers.countOrZero(group),
                    keyEvents.countOrZero(group));
        }
    }
}
