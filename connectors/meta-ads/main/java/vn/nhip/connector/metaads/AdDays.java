package vn.nhip.connector.metaads;

import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.AdReportRun;
import com.facebook.ads.sdk.AdsInsights;
import com.facebook.ads.sdk.Campaign;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import vn.nhip.connector.metaads.GraphClient.Answer;
import vn.nhip.connector.metaads.Progress.Stage;
import vn.nhip.kit.report.AdRemainder;
import vn.nhip.kit.report.AdTally;
import vn.nhip.kit.report.SilentDays;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.spi.SourceNotes;

/**
 * Reads a slice of days: the account's own figures, then its campaigns', each as a report that is ordered, waited for and
 * read page by page.
 *
 * <p>Calls: one request to Meta for each page. A report that fails or is too large is asked for in smaller parts.
 */
final class AdDays {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration STUCK = Duration.ofMinutes(30);

    private final Reports reports;
    private final MetaAccount account;
    private final Clock clock;

    AdDays(Reports reports, MetaAccount account, Clock clock) {
        this.reports = reports;
        this.account = account;
        this.clock = clock;
    }

    Page read(DayRange days, Optional<Cursor> after) {
        Progress now = after.map(Progress::of).orElseGet(() -> Progress.start(days));
        try {
            return switch (now.stage()) {
                case ACCOUNT -> account(now);
                case ORDER -> order(now);
                case POLL -> poll(now);
                case ROWS -> rows(now, reports.rows(now.job(), now.part(), now.after()));
                case DIRECT -> rows(now, reports.direct(now.part(), now.after()));
                case CAMPAIGNS -> campaigns(now);
            };
        } catch (GraphRefusal refusal) {
            Smaller.Step step = Smaller.afterRefusal(now, refusal);
            return onward(refusal.reply(), Pages.noting(SourceNotes.NONE, step.words()), step.next());
        }
    }

    /** The account's zone decides which day was the last to end, whatever zone the workspace thinks it has. */
    private Page account(Progress now) {
        Answer<AdAccount> answer = reports.account();
        ZoneId zone = zone(answer.reply().required("timezone_name").asText());
        Currency currency = currency(answer.reply().required("currency").asText());
        LocalDate first = LocalDate.parse(now.part().first());
        LocalDate yesterday = LocalDate.now(clock.withZone(zone)).minusDays(1);
        LocalDate last = LocalDate.parse(now.part().last());
        SourceNotes said = answer.notes();
        SourceNotes notes = new SourceNotes(
                Optional.of(zone), Optional.of(currency), said.quotas(), Horizon.words(said, first, clock));
        if (yesterday.isBefore(first)) {
            return onward(answer.reply(), notes, now.nothingMore());
        }
        Progress next = Progress.start(new DayRange(first, last.isAfter(yesterday) ? yesterday : last));
        return onward(answer.reply(), notes, next.at(Stage.ORDER).in(currency.getCurrencyCode()));
    }

    private Page order(Progress now) {
        Answer<AdReportRun> answer = reports.order(now.part());
        String job = answer.reply().required("report_run_id").asText();
        return Pages.later(
                answer.reply().raw(),
                answer.notes(),
                now.ordered(job, clock.instant().getEpochSecond()).cursor(),
                SOON);
    }

    private Page poll(Progress now) {
        Answer<AdReportRun> answer = reports.status(now.job());
        String status = answer.reply().required("async_status").asText();
        return switch (status) {
            case "Job Completed" -> onward(answer.reply(), answer.notes(), now.at(Stage.ROWS));
            case "Job Failed", "Job Skipped" -> smaller(now, answer);
            case "Job Not Started", "Job Started", "Job Running" -> waiting(now, answer, answer.notes());
            default ->
                waiting(now, answer, Pages.noting(answer.notes(), List.of("unknown report status '" + status + "'")));
        };
    }

    private Page waiting(Progress now, Answer<?> answer, SourceNotes notes) {
        Duration age = Duration.ofSeconds(clock.instant().getEpochSecond() - now.since());
        if (age.compareTo(STUCK) > 0) {
            return smaller(now, answer);
        }
        Duration pause = age.dividedBy(2).plus(SOON);
        return Pages.later(
                answer.reply().raw(), notes, now.cursor(), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private Page smaller(Progress now, Answer<?> answer) {
        Smaller.Step step = Smaller.afterFailure(now);
        return onward(answer.reply(), Pages.noting(answer.notes(), step.words()), step.next());
    }

    private Page rows(Progress now, Answer<APINodeList<AdsInsights>> answer) {
        JsonNode records = answer.reply().records();
        Currency currency = currency(now.currency());
        InsightRows rows = new InsightRows(account, now.part(), currency).read(answer.value(), records);
        SortedMap<String, AdTally> left = left(now, rows);
        Optional<String> further = answer.reply().next(now.after());
        Progress next = further.map(position -> now.after(position, left)).orElseGet(() -> finished(now, left));
        List<Envelope> facts = new ArrayList<>(rows.facts());
        if (further.isEmpty() && now.part().total()) {
            facts.addAll(SilentDays.facts(
                    now.part().days(), left.keySet(), account.attribution().text(), currency));
        }
        if (next.done()) {
            facts.addAll(AdRemainder.facts(left, account.attribution().text(), currency));
        }
        List<String> drift = rows.unknown().stream()
                .map(field -> "Meta's report has a field that nobody asked for: " + field)
                .toList();
        return Pages.records(
                facts,
                rows.rejected(),
                new Page.Counts(records.size(), 0, rows.facts().size()),
                answer.reply(),
                new Pages.Ending(cursor(next), Pages.noting(answer.notes(), drift)));
    }

    private static SortedMap<String, AdTally> left(Progress now, InsightRows rows) {
        SortedMap<String, AdTally> left = AdRemainder.after(now.rest(), rows.facts());
        boolean whole = !now.part().total() || rows.rejected().isEmpty();
        return whole ? left : SilentDays.none(now.part().days(), left);
    }

    /** An account without a single figure has no campaigns with one. */
    private static Progress finished(Progress now, SortedMap<String, AdTally> left) {
        Progress next = now.complete(left);
        return left.isEmpty() && now.part().total() && noTotalsLeft(next) ? next.nothingMore() : next;
    }

    private static boolean noTotalsLeft(Progress next) {
        return next.todo().stream().noneMatch(Part::total);
    }

    private Page campaigns(Progress now) {
        Answer<APINodeList<Campaign>> answer = reports.campaigns(now.after());
        List<String> found = new ArrayList<>(now.ids());
        answer.reply().records().forEach(record -> found.add(record.path("id").asText()));
        Optional<String> further = answer.reply().next(now.after());
        Progress next = further.map(position -> now.finding(found, position))
                .orElseGet(() -> now.instead(now.part().byCampaigns(found)));
        return onward(answer.reply(), answer.notes(), next);
    }

    /** On to the next step, or the end with what the account has more than the campaigns read. */
    private Page onward(GraphReply reply, SourceNotes notes, Progress next) {
        if (!next.done()) {
            return Pages.onward(reply.raw(), notes, next.cursor());
        }
        List<Envelope> facts = next.rest().isEmpty()
                ? List.of()
                : AdRemainder.facts(next.rest(), account.attribution().text(), currency(next.currency()));
        return Pages.records(
                facts, List.of(), new Page.Counts(0, 0, 0), reply, new Pages.Ending(Optional.empty(), notes));
    }

    private static Optional<Cursor> cursor(Progress next) {
        return next.done() ? Optional.empty() : Optional.of(next.cursor());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw ConnectorException.data("Meta gives the account a time zone that is not known: '" + name + "'");
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw ConnectorException.data("Meta gives the account a currency that is not known: '" + code + "'");
        }
    }
}
