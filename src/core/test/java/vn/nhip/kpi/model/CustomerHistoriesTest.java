package vn.nhip.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerHistoriesTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 6);
    private static final LocalDate END = START.plusWeeks(30);

    @Test
    void purchasesOfOneDayAreOnePurchaseAndTheFirstDayIsNoRepeat() {
        Map<String, CustomerHistory> histories = histories(List.of(
                bought("an", 0, "99.00"),
                bought("an", 0, "1.00"),
                bought("an", 7, "20.00"),
                bought("an", 7, "10.00"),
                bought("an", 70, "50.00")));
        assertThat(histories).containsExactly(Map.entry("an", new CustomerHistory(2, 10, 30, 40)));
    }

    @Test
    void purchasesInAnyOrderGiveTheSameHistory() {
        assertThat(histories(List.of(bought("an", 70, "50"), bought("an", 7, "30"), bought("an", 0, "1"))))
                .isEqualTo(histories(List.of(bought("an", 0, "1"), bought("an", 7, "30"), bought("an", 70, "50"))));
    }

    @Test
    void purchasesAfterTheEndAreNotLookedAt() {
        Map<String, CustomerHistory> histories = histories(List.of(
                bought("an", 0, "5"), bought("an", 211, "5"), bought("binh", 211, "5"), bought("chi", 210, "5")));
        assertThat(histories).containsOnlyKeys("an", "chi");
        assertThat(histories.get("an")).isEqualTo(new CustomerHistory(0, 0, 30, 0));
        assertThat(histories.get("chi")).isEqualTo(new CustomerHistory(0, 0, 0, 0));
    }

    private static Purchase<String> bought(String who, int day, String amount) {
        return new Purchase<>(who, START.plusDays(day), new BigDecimal(amount));
    }

    private static Map<String, CustomerHistory> histories(List<Purchase<String>> purchases) {
        return CustomerHistories.from(purchases, END);
    }
}
