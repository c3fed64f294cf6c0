package vn.nhip.connector.metaads;

import java.time.LocalDate;
import java.util.List;
import vn.nhip.connector.metaads.Progress.Stage;

/**
 * What is asked for instead when a report fails or is too large: fewer rows, fewer fields, fewer days, fewer campaigns.
 *
 * <p>Each step halves something, so that there is an end: one day of the account, or of one campaign, is asked for directly,
 * and what fails then is said. A campaign that cannot be read is left to the remainder, and named.
 */
final class Smaller {

    private static final int ORDERS = 2;
    private static final int DAYS_LEFT_OUT = 7;

    private Smaller() {}

    /** How to go on, and what to say about it. */
    record Step(Progress next, List<String> words) {}

    /** The report was ordered and was not made: again once, then in parts. */
    static Step afterFailure(Progress now) {
        Part part = now.part();
        if (part.smallest()) {
            return silently(direct(now));
        }
        return silently(part.orders() < ORDERS && part.ofOneDay() ? again(now) : split(now));
    }

    /**
     * Meta refused; where less can be asked for, it is.
     *
     * @throws vn.nhip.spi.ConnectorException what the refusal means, when there is nothing less to ask for
     */
    static Step afterRefusal(Progress now, GraphRefusal refusal) {
        return switch (refusal.reason()) {
            case TOO_MUCH -> less(now, refusal);
            case TOO_OLD -> younger(now, refusal);
            case NOT_FOR_THIS -> without(now, refusal);
            case TOKEN, OTHER -> throw refusal.failure();
        };
    }

    private static Step less(Progress now, GraphRefusal refusal) {
        Part part = now.part();
        boolean paged = now.stage() == Stage.ROWS || now.stage() == Stage.DIRECT;
        if (paged && part.limit() > Part.SMALLEST_LIMIT) {
            return silently(now.with(part.halfLimit()));
        }
        if (!part.lean()) {
            return silently(now.instead(List.of(part.leaner())));
        }
        if (!part.smallest()) {
            return silently(split(now));
        }
        return now.stage() == Stage.DIRECT ? without(now, refusal) : silently(direct(now));
    }

    /** The oldest days are gone: their week is left out. */
    private static Step younger(Progress now, GraphRefusal refusal) {
        Part part = now.part();
        LocalDate first = LocalDate.parse(part.first()).plusDays(DAYS_LEFT_OUT);
        String words = "Meta no longer has days before " + first + "; they are not read";
        if (now.stage() == Stage.ACCOUNT || now.stage() == Stage.CAMPAIGNS) {
            throw refusal.failure();
        }
        boolean nothingLeft = first.isAfter(LocalDate.parse(part.last()));
        return new Step(nothingLeft ? dropped(now) : now.instead(List.of(part.from(first))), List.of(words));
    }

    /** One campaign that Meta will not give counts in the remainder; the others are asked for without it. */
    private static Step without(Progress now, GraphRefusal refusal) {
        Part part = now.part();
        if (part.total() || now.stage() == Stage.CAMPAIGNS || now.stage() == Stage.ACCOUNT) {
            throw refusal.failure();
        }
        if (part.campaigns().size() == 1) {
            return new Step(
                    dropped(now), List.of("Meta refuses " + part.words() + ": its figures stand under unallocated"));
        }
        return silently(byCampaigns(now));
    }

    private static Progress again(Progress now) {
        return now.instead(List.of(now.part()));
    }

    private static Progress direct(Progress now) {
        return now.instead(List.of(now.part())).at(Stage.DIRECT);
    }

    private static Progress dropped(Progress now) {
        return now.complete(now.before());
    }

    private static Progress split(Progress now) {
        Part part = now.part();
        if (!part.ofOneDay()) {
            return now.instead(part.byDays());
        }
        return byCampaigns(now);
    }

    /** The campaigns in halves, once it is known which there are. */
    private static Progress byCampaigns(Progress now) {
        Part part = now.part();
        return part.campaigns().isEmpty()
                ? now.instead(List.of(part)).at(Stage.CAMPAIGNS)
                : now.instead(part.byCampaigns(part.campaigns()));
    }

    private static Step silently(Progress next) {
        return new Step(next, List.of());
    }
}
