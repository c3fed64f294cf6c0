package vn.nhip.sandbox.face.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.ads.googleads.v23.errors.GoogleAdsException;
import com.google.ads.googleads.v23.errors.GoogleAdsFailure;
import com.google.ads.googleads.v23.services.CustomerServiceGrpc;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.GoogleAdsServiceGrpc;
import com.google.ads.googleads.v23.services.GoogleAdsServiceGrpc.GoogleAdsServiceBlockingStub;
import com.google.ads.googleads.v23.services.ListAccessibleCustomersRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import com.google.ads.googleads.v23.services.SearchGoogleAdsStreamRequest;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.Truth;

/** The emulated service gives what happened in the business, and refuses what the vendor refuses. */
class AdsFaceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T01:00:00Z"), ZoneOffset.UTC);
    private static final Truth TRUTH = SampleBusiness.of(
                    SampleBusiness.SEED, LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 14))
            .truth();
    private static final String SHOP = "1234567890";
    private static final String MANAGER = "9000000001";
    private static final String CAMPAIGNS = "SELECT segments.date, campaign.id, metrics.cost_micros FROM campaign WHERE"
            + " segments.date BETWEEN '2025-12-01' AND '2026-01-14' ORDER BY segments.date, campaign.id";

    private final AdsFace face = AdsFace.of(
            CLOCK,
            Tokens.only("token"),
            "developer",
            AdsCustomer.of(SHOP, TRUTH),
            AdsCustomer.manager(MANAGER, SampleBusiness.ZONE));
    private final ManagedChannel channel = NettyChannelBuilder.forAddress(
                    face.base().getHost(), face.base().getPort())
            .usePlaintext()
            .build();

    @AfterEach
    void close() {
        channel.shutdownNow();
        face.close();
    }

    private static Metadata headers(String developer) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer token");
        headers.put(Metadata.Key.of("developer-token", Metadata.ASCII_STRING_MARSHALLER), developer);
        return headers;
    }

    private GoogleAdsServiceBlockingStub stub(String developer) {
        return GoogleAdsServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(developer)));
    }

    private SearchGoogleAdsResponse page(String customer, String query, String token) {
        return stub("developer")
                .search(SearchGoogleAdsRequest.newBuilder()
                        .setCustomerId(customer)
                        .setQuery(query)
                        .setPageToken(token)
                        .build());
    }

    private List<GoogleAdsRow> pages() {
        List<GoogleAdsRow> rows = new ArrayList<>();
        String token = "";
        do {
            SearchGoogleAdsResponse page = page(SHOP, CAMPAIGNS, token);
            rows.addAll(page.getResultsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return rows;
    }

    private String refusal(String customer, String query) {
        StatusRuntimeException thrown =
                catchThrowableOfType(StatusRuntimeException.class, () -> page(customer, query, ""));
        return failure(thrown).getErrors(0).getErrorCode().toString();
    }

    private static GoogleAdsFailure failure(StatusRuntimeException thrown) {
        try {
            return GoogleAdsFailure.parseFrom(Optional.ofNullable(thrown.getTrailers())
                    .map(trailers -> trailers.get(new GoogleAdsException.Factory().getTrailerKey()))
                    .orElseThrow());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("the trailer holds no failure", e);
        }
    }

    @Test
    void campaignsCostWhatTheyCostInTheBusiness() {
        long micros = pages().stream()
                .mapToLong(row -> row.getMetrics().getCostMicros())
                .sum();
        BigDecimal cost = TRUTH.web().ads().stream()
                .filter(ad -> ad.platform() == AdSpend.Platform.GOOGLE)
                .map(AdSpend::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(BigDecimal.valueOf(micros, 6)).isEqualByComparingTo(cost).isPositive();
    }

    @Test
    void pagesAndAStreamGiveTheSameRows() {
        face.pagesOf(50);
        List<GoogleAdsRow> streamed = new ArrayList<>();
        stub("developer")
                .searchStream(SearchGoogleAdsStreamRequest.newBuilder()
                        .setCustomerId(SHOP)
                        .setQuery(CAMPAIGNS)
                        .build())
                .forEachRemaining(part -> streamed.addAll(part.getResultsList()));
        assertThat(streamed).hasSize(45 * 3).isEqualTo(pages());
    }

    @Test
    void onlyWhatIsSelectedIsGiven() {
        GoogleAdsRow row = pages().get(0);
        assertThat(row.getCampaign().hasId()).isTrue();
        assertThat(row.getCampaign().hasName()).isFalse();
        assertThat(row.getMetrics().hasClicks()).isFalse();
    }

    @Test
    void whatTheVendorRefusesIsRefusedAsTheVendorDoes() {
        assertThat(refusal(MANAGER, CAMPAIGNS)).contains("REQUESTED_METRICS_FOR_MANAGER");
        assertThat(refusal("5555555555", CAMPAIGNS)).contains("USER_PERMISSION_DENIED");
        assertThat(refusal(SHOP, "SELECT metrics.glamour FROM campaign")).contains("UNRECOGNIZED_FIELD");
        assertThat(refusal(SHOP, "SELECT metrics.clicks FROM keyword_view")).contains("BAD_RESOURCE_TYPE");
        assertThat(refusal(SHOP, "DROP TABLE campaign")).contains("QUERY_ERROR");
        StatusRuntimeException stranger = catchThrowableOfType(StatusRuntimeException.class, () -> stub("somebody")
                .search(SearchGoogleAdsRequest.getDefaultInstance()));
        assertThat(failure(stranger).toString()).contains("DEVELOPER_TOKEN_INVALID");
    }

    @Test
    void aReportIsOneOperationHoweverManyPagesItHas() {
        face.pagesOf(10);
        face.allowing(1);
        assertThat(pages()).hasSize(45 * 3);
        assertThat(refusal(SHOP, CAMPAIGNS)).contains("RESOURCE_EXHAUSTED");
    }

    @Test
    void theLoginReachesThoseThatAreItsOwn() {
        face.put(AdsCustomer.of("3000000001", TRUTH).under(MANAGER));
        assertThat(CustomerServiceGrpc.newBlockingStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers("developer")))
                        .listAccessibleCustomers(ListAccessibleCustomersRequest.getDefaultInstance())
                        .getResourceNamesList())
                .containsExactly("customers/" + SHOP, "customers/" + MANAGER);
    }
}
