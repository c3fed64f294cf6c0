package vn.nhip.connector.googleanalytics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.kit.report.MonthSlices;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** Reads one property, one report per page. */
final class GoogleAnalyticsConnector implements Connector {

    private final ConnectorSpec spec;
    private final ConnectorContext context;
    private final Reports reports;
    private final Map<String, Feed> feeds;

    /** One stream: what the page after this cursor holds. */
    @FunctionalInterface
    interface Feed {
        Page read(DayRange days, Optional<Cursor> after);
    }

    GoogleAnalyticsConnector(ConnectorSpec spec, ConnectorContext context, Reports reports, int rowsPerPage) {
        this.spec = spec;
        this.context = context;
        this.reports = reports;
        this.feeds = Map.of(
                GoogleAnalyticsConnectorFactory.TRAFFIC,
                new TrafficFeed(reports, rowsPerPage),
                GoogleAnalyticsConnectorFactory.USERS,
                new UsersFeed(reports, () -> MonthSlices.yesterday(context)),
                GoogleAnalyticsConnectorFactory.PURCHASES,
                new PurchasesFeed(reports));
    }

    @Override
    public void check() {
        reports.check();
    }

    @Override
    public List<Slice> slices(String stream, DayRange days) {
        spec.stream(stream);
        return MonthSlices.of(days, context);
    }

    @Override
    public Page read(ReadRequest request) {
        Feed feed = feeds.get(spec.stream(request.stream()).name());
        DayRange days = request.slice()
                .days()
                .orElseThrow(() -> ConnectorException.settings("a slice of Google Analytics is a range of days, not "
                        + request.slice().name()));
        if (feed == null) {
            throw new IllegalStateException("declared, but not read: " + request.stream());
        }
        return feed.read(days, request.after());
    }

    @Override
    public void close() {
        reports.close();
    }
}
