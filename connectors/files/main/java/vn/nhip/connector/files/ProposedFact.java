package vn.nhip.connector.files;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of fact that rows are recognised as, the surest first. */
enum ProposedFact {
    LEDGER_ENTRIES {
        @Override
        boolean fits(Columns columns) {
            return columns.have(Role.AT, Role.AMOUNT, Role.CATEGORY) && columns.haveAny(Role.ID, Role.ORDER);
        }

        @Override
        void write(Columns columns, MappingText text) {
            text.line("  - fact: ledger-entry");
            text.line("    id: " + first(columns, Role.ID, Role.ORDER));
            text.line("    day: at");
            if (!said(columns, text, Role.CATEGORY)) {
                text.demand(
                        "    ",
                        "which of " + String.join(", ", meanings(Role.CATEGORY))
                                + " is each category? Add to field category: values-else: refuse, values: {"
                                + columns.choices(Role.CATEGORY) + "}");
            }
            text.line("    category: category");
            text.line("    amount: amount");
            lines(columns, text, "currency", Role.CURRENCY);
        }

        @Override
        List<String> meanings(Role role) {
            return role == Role.CATEGORY
                    ? List.of(
                            "revenue", "cost-of-goods", "marketing", "sales", "retention", "operating", "tax", "other")
                    : List.of();
        }
    },
    ORDERS {
        @Override
        boolean fits(Columns columns) {
            return columns.have(Role.ORDER, Role.AT) && !columns.amount().isEmpty();
        }

        @Override
        Optional<String> groupBy(Columns columns) {
            return Optional.of("order # rows with the same value become one order");
        }

        @Override
        void write(Columns columns, MappingText text) {
            ProposedOrder.write(columns, text);
        }

        @Override
        List<String> meanings(Role role) {
            return role == Role.STATUS ? ProposedOrder.STATUSES : List.of();
        }
    },
    EMAIL_CAMPAIGNS {
        @Override
        boolean fits(Columns columns) {
            return columns.have(Role.AT, Role.SENT, Role.OPENS, Role.CLICKERS)
                    && columns.haveAny(Role.ID, Role.CAMPAIGN_ID, Role.CAMPAIGN);
        }

        @Override
        void write(Columns columns, MappingText text) {
            text.line("  - fact: email-campaign");
            text.line("    id: " + first(columns, Role.ID, Role.CAMPAIGN_ID, Role.CAMPAIGN));
            lines(columns, text, "name", Role.CAMPAIGN);
            text.line("    sent-at: at");
            lines(columns, text, "sent", Role.SENT);
            if (!columns.have(Role.DELIVERED)) {
                text.ask("    ", "no column says how many were delivered: is it the number sent less the bounces?");
            }
            text.line("    delivered: "
                    + (columns.have(Role.DELIVERED)
                            ? "delivered"
                            : columns.have(Role.BOUNCES) ? "sent - bounces" : "sent"));
            lines(columns, text, "bounces", Role.BOUNCES);
            lines(columns, text, "opens", Role.OPENS);
            lines(columns, text, "clickers", Role.CLICKERS);
            lines(columns, text, "unsubscribes", Role.UNSUBSCRIBES);
        }
    },
    AD_DAYS {
        @Override
        boolean fits(Columns columns) {
            return columns.have(Role.AT, Role.COST, Role.IMPRESSIONS, Role.CLICKS);
        }

        @Override
        Optional<String> groupBy(Columns columns) {
            return Optional.of("at # the rows of a day, whatever campaigns they are of, become the account's day");
        }

        @Override
        void write(Columns columns, MappingText text) {
            text.line("  - fact: ad-day");
            text.line("    day: at");
            text.ask(
                    "    ",
                    "is every campaign of the account in this file? Its rows are added up to the account's total");
            text.line("    scope: \"'total'\"");
            text.ask("    ", "by which rule does the platform count conversions?");
            text.line("    attribution: \"'platform default'\"");
            sums(columns, text, "impressions", Role.IMPRESSIONS);
            sums(columns, text, "clicks", Role.CLICKS);
            sums(columns, text, "cost", Role.COST);
            lines(columns, text, "currency", Role.CURRENCY);
            sums(columns, text, "conversions", Role.CONVERSIONS);
            sums(columns, text, "conversion-value", Role.CONVERSION_VALUE);
        }
    },
    TRAFFIC_DAYS {
        @Override
        boolean fits(Columns columns) {
            return columns.have(Role.AT) && columns.haveAny(Role.SESSIONS, Role.USERS);
        }

        @Override
        void write(Columns columns, MappingText text) {
            text.line("  - fact: traffic-day");
            text.line("    day: at");
            scope(columns, text);
            lines(columns, text, "sessions", Role.SESSIONS);
            lines(columns, text, "engaged-sessions", Role.ENGAGED);
            lines(columns, text, "users", Role.USERS);
            lines(columns, text, "new-users", Role.NEW_USERS);
            lines(columns, text, "key-events", Role.KEY_EVENTS);
        }
    },
    SURVEY_ANSWERS {
        @Override
        boolean fits(Columns columns) {
            return columns.have(Role.AT, Role.SCORE, Role.ID);
        }

        @Override
        void write(Columns columns, MappingText text) {
            boolean ofFive = text.choose("survey", "", List.of("csat", "nps"), within(columns, 1, 5) ? "csat" : "nps")
                    .equals("csat");
            text.line("  - fact: survey-answer");
            text.line("    id: id");
            text.line("    answered-at: at");
            text.line("    score: score");
            text.ask(
                    "    ",
                    "what are the worst and the best score that can be given, and which question is it (csat, nps)?");
            text.line("    scale-min: " + (ofFive ? 1 : 0));
            text.line("    scale-max: " + (ofFive ? 5 : 10));
            text.line("    survey: \"'" + (ofFive ? "csat" : "nps") + "'\"");
        }
    },
    LEADS {
        @Override
        boolean fits(Columns columns) {
            return columns.have(Role.AT)
                    && columns.haveAny(Role.PHONE, Role.EMAIL)
                    && columns.amount().isEmpty();
        }

        @Override
        void write(Columns columns, MappingText text) {
            text.line("  - fact: lead");
            if (!columns.have(Role.ID)) {
                text.demand("    ", "no column is the lead's own id: which one is never the same twice?");
            }
            text.line((columns.have(Role.ID) ? "    id: " : "    # id: ") + "id");
            text.line("    created-at: at");
            text.line("    " + columns.person());
            text.ask("    ", "how did these people ask: form, call, chat or crm?");
            String origin = text.choose("origin", "", List.of("form", "call", "chat", "crm"), "form");
            text.line("    origin: \"'" + origin + "'\"");
            text.line("    channel: " + (columns.have(Role.CHANNEL) ? "channel" : "\"'unknown'\""));
            text.ask("    ", "which rows are spam? status: \"'spam' if ... else 'open'\"");
            text.line("    status: \"'open'\"");
        }
    },
    UNKNOWN {
        @Override
        boolean fits(Columns columns) {
            return true;
        }

        @Override
        void write(Columns columns, MappingText text) {
            text.demand(
                    "", "the columns were not recognised as any fact: which fact is a row, and which column is what?");
            text.line("  # - fact: order");
        }
    };

    /** The word for it in choices. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    abstract boolean fits(Columns columns);

    abstract void write(Columns columns, MappingText text);

    /** What the rows of one fact have in common, when a fact takes several. */
    Optional<String> groupBy(Columns columns) {
        return Optional.empty();
    }

    /** What the values of a column may mean, where a fact knows no others. */
    List<String> meanings(Role role) {
        return List.of();
    }

    /** Whether the user said of every value of a column what it means. */
    static boolean said(Columns columns, MappingText text, Role role) {
        return columns.words(role).stream().allMatch(word -> text.chosen("value." + role.field() + "." + word));
    }

    /** Which rows of traffic are the day's total. */
    private static void scope(Columns columns, MappingText text) {
        if (!columns.haveAny(Role.CHANNEL, Role.CAMPAIGN)) {
            text.line("    scope: \"'total'\"");
            return;
        }
        String chosen =
                columns.have(Role.CHANNEL) ? text.choose("scope", "", List.of("blank-is-total", "no-total"), "") : "";
        if (chosen.isEmpty()) {
            text.demand(
                    "    ",
                    "users of several rows of a day cannot be added up: which rows are the day's total?"
                            + " scope: \"'total' if channel == '' else 'breakdown'\" where totals stand in rows of their own");
            text.line("    # channel: channel");
            return;
        }
        text.line(
                chosen.equals("no-total")
                        ? "    scope: \"'breakdown'\""
                        : "    scope: \"'total' if coalesce(channel, '') == '' else 'breakdown'\"");
        text.line("    channel: \"coalesce(channel, '')\"");
    }

    static ProposedFact of(Columns columns) {
        return Stream.of(values())
                .filter(fact -> fact.fits(columns))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static void lines(Columns columns, MappingText text, String attribute, Role role) {
        if (columns.have(role)) {
            text.line("    " + attribute + ": " + role.field());
        }
    }

    private static void sums(Columns columns, MappingText text, String attribute, Role role) {
        if (columns.have(role)) {
            text.line("    " + attribute + ": sum(" + role.field() + ")");
        }
    }

    private static String first(Columns columns, Role... roles) {
        return Stream.of(roles)
                .filter(columns::have)
                .findFirst()
                .orElse(Role.ID)
                .field();
    }

    private static boolean within(Columns columns, int least, int most) {
        return columns.evidence(Role.SCORE).values().stream()
                .map(String::valueOf)
                .filter(text -> text.matches("\\d{1,9}(\\.\\d+)?"))
                .map(BigDecimal::new)
                .allMatch(score -> score.intValue() >= least && score.intValue() <= most);
    }
}
