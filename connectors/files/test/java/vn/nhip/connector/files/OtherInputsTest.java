package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.Order;

/** The purchase log and the exchange rates as they are published. */
class OtherInputsTest {

    @Test
    void thePurchaseLogGivesOneOrderALine() {
        Path file = Reader.shared("data/cdnow/CDNOW_sample.txt");
        assumeTrue(Files.exists(file), "the CDNOW sample is not here");
        Reader.Everything all = new Reader(file, Reader.example("cdnow"), "America/New_York", "USD").read();

        assertThat(all.read).isEqualTo(6_919);
        assertThat(all.mapped).isEqualTo(6_919);
        assertThat(all.facts(Order.class).stream().map(Order::key).distinct()).hasSize(6_919);
        assertThat(all.facts(Order.class).stream().map(Order::person).distinct())
                .hasSize(2_357);
        assertThat(all.facts(Order.class).get(0).amounts().gross().amount()).isEqualByComparingTo("29.33");
    }

    @Test
    void everyDayTakesTheRateOfItsYear() {
        Path file = Reader.shared("data/fx_imf_annual/imf_exchangerates_A_ENDA_USD.csv.gz");
        assumeTrue(Files.exists(file), "the IMF rates are not here");
        Reader.Everything all = new Reader(file, Reader.example("imf-rates"), "Asia/Ho_Chi_Minh", "VND").read();

        assertThat(all.read).isEqualTo(14_107);
        assertThat(all.rejected).isEmpty();
        assertThat(all.facts(ExchangeRate.class).stream()
                        .collect(Collectors.groupingBy(rate -> rate.to().getCurrencyCode(), Collectors.counting())))
                .containsEntry("VND", 40L)
                .containsEntry("EUR", 26L)
                .containsEntry("GBP", 75L)
                .hasSize(3);
        ExchangeRate dong = all.facts(ExchangeRate.class).stream()
                .filter(rate ->
                        rate.to().getCurrencyCode().equals("VND") && rate.day().getYear() == 2024)
                .findFirst()
                .orElseThrow();
        assertThat(dong.day()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(dong.through()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(dong.rate()).isEqualTo(new BigDecimal("24164.88583333334"));
    }
}
