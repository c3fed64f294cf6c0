package vn.nhip.bench;

import com.google.ads.googleads.v23.common.Metrics;
import com.google.ads.googleads.v23.enums.CustomerStatusEnum.CustomerStatus;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.GoogleAdsServiceGrpc;
import com.google.ads.googleads.v23.services.SearchGoogleAdsRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import io.grpc.Channel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhip.sandbox.face.grpc.GrpcFace;
import vn.nhip.spi.Secret;

/** Google Ads: a row has a day, a campaign with its name, and five figures. */
final class AdsPlatform implements Platform {

    private static final Pattern FIRST_DAY = Pattern.compile("BETWEEN '([\\d-]+)'");
    private static final long MICROS = 12_340_000;

    @Override
    public String connector() {
        return "google-ads";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("customer-id", "1234567890");
    }

    @Override
    public Map<String, Secret> secrets() {
        return Map.of("developer-token", Secret.of("any"));
    }

    @Override
    public GrpcFace serve(int rowsPerDay) {
        List<List<byte[]>> pages = Platform.months().stream()
                .map(month -> pages(month, rowsPerDay))
                .toList();
        return LoadedService.of(GoogleAdsServiceGrpc.getSearchMethod(), request -> {
            if (request.getQuery().contains("LIMIT 1")) {
                return holder();
            }
            YearMonth month = month(request.getQuery());
            String token = request.getPageToken();
            return request.getQuery().contains("FROM campaign")
                    ? pages.get(month.getMonthValue() - 1).get(token.isEmpty() ? 0 : Integer.parseInt(token))
                    : totals(month, rowsPerDay);
        });
    }

    private static YearMonth month(String query) {
        Matcher day = FIRST_DAY.matcher(query);
        if (!day.find()) {
            throw new IllegalArgumentException(query);
        }
        return YearMonth.from(LocalDate.parse(day.group(1)));
    }

    private static byte[] holder() {
        SearchGoogleAdsResponse.Builder answer = SearchGoogleAdsResponse.newBuilder();
        answer.addResultsBuilder()
                .getCustomerBuilder()
                .setId(1_234_567_890L)
                .setCurrencyCode("VND")
                .setTimeZone("Asia/Ho_Chi_Minh")
                .setManager(false)
                .setStatus(CustomerStatus.ENABLED);
        return answer.build().toByteArray();
    }

    private static byte[] totals(YearMonth month, int rowsPerDay) {
        SearchGoogleAdsResponse.Builder answer = SearchGoogleAdsResponse.newBuilder();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            answer.addResults(row(month.atDay(day), rowsPerDay));
        }
        return answer.setTotalResultsCount(month.lengthOfMonth()).build().toByteArray();
    }

    private static List<byte[]> pages(YearMonth month, int rowsPerDay) {
        int all = month.lengthOfMonth() * rowsPerDay;
        List<byte[]> pages = new ArrayList<>();
        for (int from = 0; from < all; from += PAGE) {
            int to = Math.min(all, from + PAGE);
            SearchGoogleAdsResponse.Builder page =
                    SearchGoogleAdsResponse.newBuilder().setTotalResultsCount(all);
            for (int row = from; row < to; row++) {
                GoogleAdsRow.Builder one = row(month.atDay(1 + row / rowsPerDay), 1);
                int campaign = row % rowsPerDay;
                one.getCampaignBuilder().setId(21_000_000_000L + campaign).setName(Platform.name(campaign));
                page.addResults(one);
            }
            page.setNextPageToken(to < all ? Integer.toString(pages.size() + 1) : "");
            pages.add(page.build().toByteArray());
        }
        return pages;
    }

    private static GoogleAdsRow.Builder row(LocalDate day, long times) {
        GoogleAdsRow.Builder row = GoogleAdsRow.newBuilder()
                .setMetrics(Metrics.newBuilder()
                        .setImpressions(900 * times)
                        .setClicks(12 * times)
                        .setCostMicros(MICROS * times)
                        .setConversions(0.5 * times)
                        .setConversionsValue(100.0 * times));
        row.getSegmentsBuilder().setDate(day.toString());
        return row;
    }

    @Override
    public long read(Channel channel) {
        var stub = GoogleAdsServiceGrpc.newBlockingStub(channel);
        long rows = 0;
        for (YearMonth month : Platform.months()) {
            String token = "";
            do {
                SearchGoogleAdsResponse page = stub.search(SearchGoogleAdsRequest.newBuilder()
                        .setQuery("FROM campaign BETWEEN '" + month.atDay(1) + "'")
                        .setPageToken(token)
                        .build());
                rows += page.getResultsCount();
                token = page.getNextPageToken();
            } while (!token.isEmpty());
        }
        return rows;
    }
}
