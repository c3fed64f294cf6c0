package vn.nhip.bench;

import io.grpc.Channel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import vn.nhip.sandbox.face.grpc.GrpcFace;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Secret;

/** A platform with the year 2025 full of rows: how it is served, how it is read without Nhịp, and which account it is. */
interface Platform {

    DayRange YEAR = new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    /** Rows on a page: what both vendors give when nobody asks for another number. */
    int PAGE = 10_000;

    static Platform of(String name) {
        return switch (name) {
            case "analytics" -> new AnalyticsPlatform();
            case "ads" -> new AdsPlatform();
            default -> throw new IllegalArgumentException("analytics or ads, not " + name);
        };
    }

    static List<YearMonth> months() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(2025, month))
                .toList();
    }

    static DayRange days(YearMonth month) {
        return new DayRange(month.atDay(1), month.atEndOfMonth());
    }

    static String name(int campaign) {
        return String.format(Locale.ROOT, "Chiến dịch %05d", campaign);
    }

    /** A server whose days have so many rows each. */
    GrpcFace serve(int rowsPerDay);

    /** Reads the pages of the whole year and does nothing with them; how many rows they had. */
    long read(Channel channel);

    String connector();

    Map<String, String> settings();

    Map<String, Secret> secrets();
}
