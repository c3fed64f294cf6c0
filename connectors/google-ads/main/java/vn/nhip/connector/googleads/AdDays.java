package vn.nhip.connector.googleads;

import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import vn.nhip.connector.googleads.Progress.Stage;
import vn.nhip.kit.grpc.UnknownFields;
import vn.nhip.kit.report.AdRemainder;
import vn.nhip.kit.report.AdTally;
import vn.nhip.kit.report.SilentDays;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.SourceNotes;

/**
 * Reads a slice of days: what the account is, then its own figures, then its campaigns', and with the last of them what
 * no campaign has, as a row of its own.
 *
 * <p>Calls: one request to Google for each page.
 */
final class AdDays {

    private static final int MOST_STARTS = 3;

    private final Ads ads;
    private final AdsAccount account;
    private final Clock clock;

    /** What a page gives. */
    private record Taken(List<Envelope> facts, List<Rejected> rejected, Page.Counts counts) {
        static final Taken NOTHING = new Taken(List.of(), List.of(), new Page.Counts(0, 0, 0));
    }

    AdDays(Ads ads, AdsAccount account, Clock clock) {
        this.ads = ads;
        this.account = account;
        this.clock = clock;
    }

    Page read(DayRange days, Optional<Cursor> after) {
        Progress now = after.map(Progress::of).orElseGet(() -> Progress.start(days));
        return now.stage() == Stage.HOLDER ? holder(now) : report(now);
    }

    /** The account's zone decides which day was the last to end, whatever zone the workspace thinks it has. */
    private Page holder(Progress now) {
        Holder holder = Holder.of(ads, account);
        LocalDate yesterday = LocalDate.now(clock.withZone(holder.zone())).minusDays(1);
        List<String> drift = new ArrayList<>(holder.drift());
        drift.addAll(Horizon.words(now.days().first(), clock));
        SourceNotes notes =
                new SourceNotes(Optional.of(holder.zone()), Optional.of(holder.currency()), List.of(), drift);
        LocalDate last =
                now.days().last().isAfter(yesterday) ? yesterday : now.days().last();
        Optional<Progress> next = yesterday.isBefore(now.days().first())
                ? Optional.empty()
                : Optional.of(now.totalsUntil(last, holder.currency().getCurrencyCode()));
        return page(Taken.NOTHING, raw(now, holder.response().toByteArray()), next, notes);
    }

    private Page report(Progress now) {
        String query = now.totals()
                ? Query.totals(now.days(), account.conversions())
                : Query.campaigns(now.days(), account.conversions());
        SearchGoogleAdsResponse response;
        try {
            response = ads.search(account.id(), query, now.token());
        } catch (ConnectorException failed) {
            byte[] refusal = AdsFailures.expiredPage(failed).orElseThrow(() -> failed);
            return startOver(now, raw(now, refusal), "Google no longer knows the page to go on with");
        }
        long read = now.read() + response.getResultsCount();
        boolean ended = response.getNextPageToken().isEmpty();
        boolean changed = now.read() > 0 && response.getTotalResultsCount() != now.rows();
        boolean incomplete = ended ? read != response.getTotalResultsCount() : response.getResultsCount() == 0;
        return changed || incomplete
                ? startOver(
                        now,
                        raw(now, response.toByteArray()),
                        "the report has " + response.getTotalResultsCount() + " rows, of which " + read + " came, and "
                                + now.rows() + " before")
                : rows(now, response);
    }

    private Page rows(Progress now, SearchGoogleAdsResponse response) {
        Currency currency = Currency.getInstance(now.currency());
        AdRows rows = new AdRows(account, now, currency).read(response);
        SortedMap<String, AdTally> left = left(now, rows);
        Optional<Progress> next = next(now, response, rows, left);
        List<Envelope> facts = new ArrayList<>(rows.facts());
        if (now.totals() && response.getNextPageToken().isEmpty()) {
            facts.addAll(SilentDays.facts(
                    now.days(), left.keySet(), account.conversions().id(), currency));
        }
        if (next.isEmpty()) {
            facts.addAll(AdRemainder.facts(left, account.conversions().id(), currency));
        }
        Page.Counts counts =
                new Page.Counts(response.getResultsCount(), 0, rows.facts().size());
        return page(
                new Taken(facts, rows.rejected(), counts),
                raw(now, response.toByteArray()),
                next,
                noting(UnknownFields.in(response, "SearchGoogleAdsResponse")));
    }

    private static SortedMap<String, AdTally> left(Progress now, AdRows rows) {
        SortedMap<String, AdTally> left = AdRemainder.after(now.rest(), rows.facts());
        boolean whole = !now.totals() || rows.rejected().isEmpty();
        return whole ? left : SilentDays.none(now.days(), left);
    }

    /** An account without a single figure has no campaigns with one. */
    private static Optional<Progress> next(
            Progress now, SearchGoogleAdsResponse response, AdRows rows, SortedMap<String, AdTally> left) {
        if (!response.getNextPageToken().isEmpty()) {
            return Optional.of(now.after(
                    response.getNextPageToken(),
                    response.getResultsCount(),
                    response.getTotalResultsCount(),
                    rows.place(),
                    left));
        }
        return now.totals() && !left.isEmpty() ? Optional.of(now.campaigns(left)) : Optional.empty();
    }

    /** The report is another one than the pages before came from: nothing of it is taken, the slice begins anew. */
    private Page startOver(Progress now, RawBody raw, String why) {
        if (now.starts() == MOST_STARTS) {
            throw ConnectorException.unavailable(
                    account.name() + ": the report could not be read to its end " + (MOST_STARTS + 1) + " times",
                    new IOException(why));
        }
        return page(Taken.NOTHING, raw, Optional.of(now.again()), noting(List.of(why + "; it was begun anew")));
    }

    private RawBody raw(Progress now, byte[] bytes) {
        String request = "search " + now.stage() + " of " + now.first() + " to " + now.last() + " for customers/"
                + account.id() + (now.read() > 0 ? " from row " + now.read() : "");
        return new RawBody(request, "application/x-protobuf", bytes);
    }

    private static SourceNotes noting(List<String> drift) {
        return new SourceNotes(Optional.empty(), Optional.empty(), List.of(), drift);
    }

    private static Page page(Taken taken, RawBody raw, Optional<Progress> next, SourceNotes notes) {
        return new Page(
                taken.facts(),
                List.of(),
                taken.rejected(),
                taken.counts(),
                raw,
                next.map(Progress::cursor),
                Optional.empty(),
                notes);
    }
}
