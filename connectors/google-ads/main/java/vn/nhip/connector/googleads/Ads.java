package vn.nhip.connector.googleads;

import com.google.ads.googleads.v23.services.CustomerServiceClient;
import com.google.ads.googleads.v23.services.CustomerServiceSettings;
import com.google.ads.googleads.v23.services.GoogleAdsServiceClient;
import com.google.ads.googleads.v23.services.GoogleAdsServiceSettings;
import com.google.ads.googleads.v23.services.ListAccessibleCustomersRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import com.google.ads.googleads.v23.services.SearchSettings;
import java.io.IOException;
import java.util.List;
import vn.nhip.kit.grpc.GrpcCaller;
import vn.nhip.kit.grpc.GrpcClient;
import vn.nhip.kit.grpc.GrpcService;
import vn.nhip.spi.Access;

/** The Google Ads API by one way in; each method is one request, without the retries that the SDK comes with. */
final class Ads implements AutoCloseable {

    private final GrpcService service;
    private final GrpcCaller caller;
    private final GrpcClient<GoogleAdsServiceClient> reports;
    private final GrpcClient<CustomerServiceClient> customers;

    Ads(String source, GrpcService service, Access access) {
        this.service = service;
        this.caller = new GrpcCaller(source, access, new AdsFailures(source));
        this.reports = new GrpcClient<>(source, this::makeReports);
        this.customers = new GrpcClient<>(source, this::makeCustomers);
    }

    /** A page of what a query finds, with the number of all rows; an empty token asks for the first page. */
    SearchGoogleAdsResponse search(String customer, String query, String pageToken) {
        SearchGoogleAdsRequest request = SearchGoogleAdsRequest.newBuilder()
                .setCustomerId(customer)
                .setQuery(query)
                .setPageToken(pageToken)
                .setSearchSettings(SearchSettings.newBuilder().setReturnTotalResultsCount(true))
                .build();
        return caller.call(reports.get().searchCallable(), request);
    }

    /** The numbers of the accounts and managers that the login reaches by itself. */
    List<String> accessible() {
        return caller
                .call(
                        customers.get().listAccessibleCustomersCallable(),
                        ListAccessibleCustomersRequest.getDefaultInstance())
                .getResourceNamesList()
                .stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }

    private GoogleAdsServiceClient makeReports() throws IOException {
        GoogleAdsServiceSettings.Builder settings = service.prepare(GoogleAdsServiceSettings.newBuilder());
        settings.applyToAllUnaryMethods(service.once());
        return GoogleAdsServiceClient.create(settings.build());
    }

    private CustomerServiceClient makeCustomers() throws IOException {
        CustomerServiceSettings.Builder settings = service.prepare(CustomerServiceSettings.newBuilder());
        settings.applyToAllUnaryMethods(service.once());
        return CustomerServiceClient.create(settings.build());
    }

    @Override
    public void close() {
        reports.close();
        customers.close();
    }
}
