package vn.nhip.connector.googleads;

import java.util.List;
import vn.nhip.kit.report.MonthSlices;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** Reads one account, one page of a report at a time. */
final class GoogleAdsConnector implements Connector {

    private final ConnectorSpec spec;
    private final ConnectorContext context;
    private final Ads ads;
    private final AdsAccount account;

    GoogleAdsConnector(ConnectorSpec spec, ConnectorContext context, Ads ads, AdsAccount account) {
        this.spec = spec;
        this.context = context;
        this.ads = ads;
        this.account = account;
    }

    @Override
    public void check() {
        Holder.of(ads, account);
    }

    @Override
    public List<Slice> slices(String stream, DayRange days) {
        spec.stream(stream);
        return Horizon.within(days, context.clock())
                .map(range -> MonthSlices.of(range, context))
                .orElse(List.of());
    }

    @Override
    public Page read(ReadRequest request) {
        spec.stream(request.stream());
        DayRange days = request.slice()
                .days()
                .orElseThrow(() -> ConnectorException.settings("a slice of Google Ads is a range of days, not "
                        + request.slice().name()));
        return new AdDays(ads, account, context.clock()).read(days, request.after());
    }

    @Override
    public void close() {
        ads.close();
    }

    @Override
    public String toString() {
        return account.name();
    }
}
