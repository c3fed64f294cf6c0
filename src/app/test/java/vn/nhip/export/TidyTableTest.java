package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TidyTableTest {

    /** Pivots and scripts of users stand on this order: it may only change together with a new table. */
    @Test
    void columnsAreFrozen() {
        assertThat(new TidyTable(new Words(Reports.shop()))
                        .table(TidyTable.ID, Reports.shop().values())
                        .header())
                .containsExactly(
                        "date",
                        "grain",
                        "kpi_id",
                        "kpi_name",
                        "value",
                        "numerator",
                        "denominator",
                        "unit",
                        "currency",
                        "dimension",
                        "dimension_value",
                        "target",
                        "status",
                        "is_partial",
                        "restated",
                        "definition_version",
                        "source",
                        "synced_at");
    }
}
