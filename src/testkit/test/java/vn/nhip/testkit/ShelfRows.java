package vn.nhip.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Lead;
import vn.nhip.spi.Money;
import vn.nhip.spi.Order;
import vn.nhip.spi.Page;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Scope;
import vn.nhip.spi.TrafficDay;

/** Turns the rows of one answer into facts, rejections and counts. */
final class ShelfRows {

    private final Flaw flaw;
    private final ConnectorContext context;
    private final boolean again;
    private final List<Envelope> facts = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Set<LocalDateTime> hours = new HashSet<>();
    private long filtered;
    private long read;

    ShelfRows(Flaw flaw, ConnectorContext context, boolean again) {
        this.flaw = flaw;
        this.context = context;
        this.again = again;
    }

    ShelfRows read(String stream, JsonNode body) {
        for (JsonNode row : field(body, "rows")) {
            take(stream, row, "rows/" + read++);
        }
        return this;
    }

    List<Envelope> facts() {
        return facts;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    Page.Counts counts() {
        long mapped = read - filtered - rejected.size();
        return switch (flaw) {
            case RECORD_DROPPED -> new Page.Counts(read * 2, filtered, mapped);
            case PAGE_TOO_LARGE -> new Page.Counts(read * 1000, read * 999 + filtered, mapped);
            default -> new Page.Counts(read, filtered, mapped);
        };
    }

    private void take(String stream, JsonNode row, String at) {
        if (row.path("test").asBoolean()) {
            filtered++;
            return;
        }
        try {
            Fact fact = stream.equals("traffic") ? traffic(row) : order(row);
            if (hidden(fact)) {
                filtered++;
                return;
            }
            add(fact, at);
        } catch (NumberFormatException e) {
            rejected.add(new Rejected(at, "amount", row.path("amount").asText(), "not a number", row.toString()));
        }
    }

    private void add(Fact fact, String at) {
        String place = flaw == Flaw.NO_PLACE ? "" : at;
        facts.add(new Envelope(fact, 0, flaw == Flaw.DIFFERS_WHEN_REPEATED && again ? at + " again" : place));
        if (flaw == Flaw.KEY_TWICE && fact.key().startsWith("A-")) {
            facts.add(new Envelope(fact, 1, at));
        }
    }

    private boolean hidden(Fact fact) {
        if (flaw == Flaw.REMAINDER_HIDDEN && fact instanceof TrafficDay row) {
            return row.from().channel().equals("(other)");
        }
        if (flaw == Flaw.LOSES_THE_REPEATED_HOUR && fact instanceof Order order) {
            return !hours.add(LocalDateTime.ofInstant(order.times().orderedAt(), context.zone()));
        }
        return false;
    }

    private Fact traffic(JsonNode row) {
        LocalDate day = LocalDate.parse(field(row, "day").asText());
        String channel = field(row, "channel").asText();
        JsonNode sessions = flaw == Flaw.MISSING_IS_ZERO ? row.path("sessions") : field(row, "sessions");
        if (!sessions.canConvertToLong() && flaw != Flaw.MISSING_IS_ZERO) {
            throw ConnectorException.data("rows/sessions is no longer a whole number");
        }
        return new TrafficDay(
                flaw == Flaw.DAY_OUTSIDE && day.getDayOfMonth() == 28 ? day.minusDays(1) : day,
                channel.isEmpty() ? Scope.TOTAL : Scope.BREAKDOWN,
                new TrafficDay.TrafficSource(channel, "", "", ""),
                new TrafficDay.TrafficCounts(sessions.asLong(), 0, 0, 0, 0),
                Set.of());
    }

    private Fact order(JsonNode row) {
        String id = field(row, "id").asText();
        Instant at = instant(field(row, "at").asText());
        if (flaw == Flaw.OTHER_KIND) {
            return new Lead(id, at, Optional.empty(), Lead.Origin.FORM, "web", Lead.Status.OPEN);
        }
        Money gross = new Money(new BigDecimal(field(row, "amount").asText()), context.currency());
        Money none = new Money(BigDecimal.ZERO, context.currency());
        return new Order(
                id,
                id,
                Order.Times.ordered(at),
                Optional.empty(),
                Order.Status.PAID,
                new Order.Amounts(gross, none, none, none),
                "web",
                List.of());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw ConnectorException.data("rows/at is no longer an instant: " + text);
        }
    }

    private JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw ConnectorException.data(
                    flaw == Flaw.FIELD_NOT_NAMED ? "the shop changed" : "the shop no longer sends rows/" + name);
        }
        return value;
    }
}
