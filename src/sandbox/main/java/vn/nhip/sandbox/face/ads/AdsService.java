package vn.nhip.sandbox.face.ads;

import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.GoogleAdsServiceGrpc.GoogleAdsServiceImplBase;
import com.google.ads.googleads.v23.services.SearchGoogleAdsRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import com.google.ads.googleads.v23.services.SearchGoogleAdsStreamRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsStreamResponse;
import com.google.common.collect.Lists;
import com.google.protobuf.FieldMask;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers queries page by page, or all at once as a stream. */
final class AdsService extends GoogleAdsServiceImplBase {

    private static final int ORDINARY_PAGE = 10_000;

    private final AdsCustomers customers;
    private final Clock clock;
    private final Operations operations;
    private final List<SearchGoogleAdsRequest> searches = new CopyOnWriteArrayList<>();
    private volatile int pageSize = ORDINARY_PAGE;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile AdsFace.Twist twist = AdsFace.Twist.none();

    AdsService(AdsCustomers customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
        this.operations = new Operations(clock);
    }

    AdsCustomers customers() {
        return customers;
    }

    List<SearchGoogleAdsRequest> searches() {
        return List.copyOf(searches);
    }

    void pagesOf(int rows) {
        pageSize = rows;
    }

    void allowing(int perDay) {
        operations.allow(perDay);
    }

    void forgetPages() {
        generation.incrementAndGet();
    }

    void twist(AdsFace.Twist next) {
        twist = next;
    }

    @Override
    public void search(SearchGoogleAdsRequest request, StreamObserver<SearchGoogleAdsResponse> answer) {
        searches.add(request);
        try {
            answer.onNext(twist.on(request, page(request)));
            answer.onCompleted();
        } catch (StatusRuntimeException refused) {
            answer.onError(refused);
        }
    }

    @Override
    public void searchStream(
            SearchGoogleAdsStreamRequest request, StreamObserver<SearchGoogleAdsStreamResponse> answer) {
        try {
            AdsCustomer customer = customers.open(request.getCustomerId());
            operations.take();
            Gaql query = Gaql.of(request.getQuery());
            Lists.partition(rows(customer, query), pageSize)
                    .forEach(rows -> answer.onNext(SearchGoogleAdsStreamResponse.newBuilder()
                            .addAllResults(rows)
                            .setFieldMask(mask(query))
                            .setRequestId(AdsRefusal.REQUEST_ID)
                            .build()));
            answer.onCompleted();
        } catch (StatusRuntimeException refused) {
            answer.onError(refused);
        }
    }

    private SearchGoogleAdsResponse page(SearchGoogleAdsRequest request) {
        if (request.getPageSize() != 0) {
            throw AdsRefusal.of(RequestError.PAGE_SIZE_NOT_SUPPORTED, "Setting the page size is not supported.")
                    .thrown();
        }
        AdsCustomer customer = customers.open(request.getCustomerId());
        int from = offset(request.getPageToken());
        if (from == 0) {
            operations.take();
        }
        Gaql query = Gaql.of(request.getQuery());
        List<GoogleAdsRow> rows = rows(customer, query);
        int to = Math.min(rows.size(), from + pageSize);
        SearchGoogleAdsResponse.Builder response = SearchGoogleAdsResponse.newBuilder()
                .addAllResults(rows.subList(Math.min(from, to), to))
                .setFieldMask(mask(query));
        if (request.getSearchSettings().getReturnTotalResultsCount()) {
            response.setTotalResultsCount(rows.size());
        }
        if (to < rows.size()) {
            response.setNextPageToken(generation.get() + "-" + to);
        }
        return response.build();
    }

    private List<GoogleAdsRow> rows(AdsCustomer customer, Gaql query) {
        return query.answer(new AdsRows(customers, customer, new Spending(customer, clock)).of(query));
    }

    private static FieldMask mask(Gaql query) {
        FieldMask.Builder mask = FieldMask.newBuilder();
        query.select().forEach(column -> mask.addPaths(column.path()));
        return mask.build();
    }

    /** A token says from which row; those of an earlier generation are forgotten. */
    private int offset(String token) {
        if (token.isEmpty()) {
            return 0;
        }
        if (!token.startsWith(generation.get() + "-")) {
            throw AdsRefusal.of(RequestError.EXPIRED_PAGE_TOKEN, "Page token has expired.")
                    .thrown();
        }
        return Integer.parseInt(token.substring(token.indexOf('-') + 1));
    }
}
