package vn.nhip.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KpiTablesTest {

    private static final Path DOCUMENT = Shipped.ROOT.resolve("src/docs/kpis.md");
    private static final String START = "<!-- table: rendered from config/kpis -->\n";

    private final Catalogue catalogue = Shipped.catalogue();

    @Test
    void theDocumentHoldsTheRenderedTable() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected =
                document.substring(0, document.indexOf(START) + START.length()) + KpiTables.markdown(catalogue);
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }

    @Test
    void everyKpiHasOneRow() {
        String tables = KpiTables.markdown(catalogue);
        assertThat(catalogue.kpis().keySet()).allSatisfy(id -> assertThat(tables.split("\\| `" + id + "` \\| [^`]"))
                .hasSize(2));
    }

    @Test
    void formulasAreWrittenInWords() {
        assertThat(formula("sales").en()).isEqualTo("orders.net − refunds.amount");
        assertThat(formula("average-order-value").en()).isEqualTo("(orders.net − refunds.amount) ÷ orders.paying");
        assertThat(formula("revenue").vi())
                .isEqualTo("ledger.revenue khi đã nối sổ kế toán; nếu không: orders.net − refunds.amount");
        assertThat(formula("customer-retention-rate").en()).isEqualTo("(E − N) ÷ S, 90-day window");
    }

    private Texts formula(String id) {
        return FormulaText.of(catalogue.findKpi(id).orElseThrow().formula());
    }
}
