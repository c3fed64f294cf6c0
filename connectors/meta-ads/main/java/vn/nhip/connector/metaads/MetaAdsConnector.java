package vn.nhip.connector.metaads;

import java.util.List;
import java.util.Optional;
import vn.nhip.kit.report.MonthSlices;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** Reads one ad account and the lead forms of its page. */
final class MetaAdsConnector implements Connector {

    static final String AD_DAYS = "ad-days";
    static final String LEADS = "leads";

    private final ConnectorSpec spec;
    private final ConnectorContext context;
    private final GraphClient client;
    private final MetaAccount account;

    MetaAdsConnector(ConnectorSpec spec, ConnectorContext context, GraphClient client, MetaAccount account) {
        this.spec = spec;
        this.context = context;
        this.client = client;
        this.account = account;
    }

    @Override
    public void check() {
        GraphClient.plainly(() -> new Reports(client, account).account().reply().required("currency"));
    }

    @Override
    public List<Slice> slices(String stream, DayRange days) {
        spec.stream(stream);
        if (stream.equals(AD_DAYS)) {
            return Horizon.figures(days, context.clock())
                    .map(range -> MonthSlices.of(range, context))
                    .orElse(List.of());
        }
        return Horizon.leads(days, context.clock())
                .filter(range -> account.page().isPresent())
                .map(range -> List.of(Slice.days(range)))
                .orElse(List.of());
    }

    @Override
    public Page read(ReadRequest request) {
        spec.stream(request.stream());
        Optional<DayRange> asked = request.slice().days();
        DayRange days = asked.orElseThrow(() -> ConnectorException.settings("a slice of Meta Ads is a range of days"));
        return GraphClient.plainly(() -> request.stream().equals(AD_DAYS)
                ? new AdDays(new Reports(client, account), account, context.clock()).read(days, request.after())
                : new Leads(client, account, context.zone()).read(days, request.after()));
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return "Meta Ads " + account.id();
    }
}
