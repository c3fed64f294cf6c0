package vn.nhip.kit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Money;
import vn.nhip.spi.Order;
import vn.nhip.spi.Person;
import vn.nhip.spi.Refund;
import vn.nhip.spi.Rejected;

/** One shop's invoices, line by line. */
class FactsMappingTest {

    static final String INVOICES =
            """
            read: {format: csv, group-by: invoice}
            fields:
              invoice:  {column: InvoiceNo}
              product:  {column: StockCode}
              quantity: {column: Quantity, number: "1234.56"}
              at:       {column: InvoiceDate, instant: "yyyy-MM-dd HH:mm:ss", zone: Europe/London}
              price:    {column: UnitPrice, number: "1234.56"}
              customer: {column: CustomerID, optional: true, strip-suffix: ".0"}
            facts:
              - fact: order
                when: "not starts_with(invoice, 'C') and not starts_with(invoice, 'A')"
                id: invoice
                ordered-at: min(at)
                status: "'paid'"
                gross: sum(quantity * price)
                currency: "'GBP'"
                channel: "'web'"
                person: {external: customer}
                lines: {product: product, quantity: quantity, amount: quantity * price}
              - fact: refund
                when: starts_with(invoice, 'C')
                id: invoice
                refunded-at: at
                amount: -sum(quantity * price)
                currency: "'GBP'"
                channel: "'web'"
                version: row()
            """;
    static final List<String> HEADER =
            Mappings.header("InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID");

    private final BoundMapping mapping = Mappings.load(INVOICES).bind(HEADER);

    @Test
    void linesOfOneInvoiceBecomeOneOrder() {
        Mapped mapped = mapping.map(Mappings.rows(
                "536365;85123A;HOLDER;6;2011-07-01 08:27:00;2.55;17850.0",
                "536365;71053;LANTERN;2;2011-07-01 08:26:00;3.39;17850.0"));
        Money zero = Money.of("0", "GBP");
        assertThat(mapped.rejected()).isEmpty();
        assertThat(mapped.facts())
                .containsExactly(new Envelope(
                        new Order(
                                "536365",
                                "536365",
                                Order.Times.ordered(Instant.parse("2011-07-01T07:26:00Z")),
                                java.util.Optional.of(Person.of(new IdentityKey(IdentityKey.Type.EXTERNAL, "17850"))),
                                Order.Status.PAID,
                                new Order.Amounts(Money.of("22.08", "GBP"), zero, zero, zero),
                                "web",
                                List.of(
                                        new Order.Line("85123A", new BigDecimal("6"), new BigDecimal("15.30")),
                                        new Order.Line("71053", new BigDecimal("2"), new BigDecimal("6.78")))),
                        0,
                        "line 2"));
    }

    @Test
    void aCancellationBecomesAPositiveRefund() {
        Mapped mapped = mapping.map(Mappings.row(9, "C536379;D;Discount;-1;2010-12-01 09:41:00;27.50;14527.0"));
        assertThat(mapped.facts())
                .containsExactly(new Envelope(
                        new Refund(
                                "C536379",
                                java.util.Optional.empty(),
                                Instant.parse("2010-12-01T09:41:00Z"),
                                Money.of("27.50", "GBP"),
                                "web"),
                        9,
                        "line 9"));
    }

    @Test
    void aRecordThatNoRuleTakesIsFilteredEvenWhenItsOtherValuesAreBad() {
        assertThat(mapping.map(Mappings.row(3, "A563185;B;Adjust;x;y;z;")).filtered())
                .isTrue();
    }

    @Test
    void oneBadRowRejectsItsWholeGroupAndEveryRowIsKept() {
        Mapped mapped = mapping.map(Mappings.rows(
                "536365;85123A;\"HOLDER\", white;6;2010-12-01 08:26:00;2.55;",
                "536365;71053;LANTERN;six;2010-12-01 08:26:00;3.39;"));
        assertThat(mapped.facts()).isEmpty();
        assertThat(mapped.rejected())
                .containsExactly(
                        new Rejected(
                                "line 2",
                                "Quantity",
                                "",
                                "refused with line 3 of the same record, where Quantity: is no number written like 1234.56",
                                "536365,85123A,\"\"\"HOLDER\"\", white\",6,2010-12-01 08:26:00,2.55,"),
                        new Rejected(
                                "line 3",
                                "Quantity",
                                "six",
                                "is no number written like 1234.56",
                                "536365,71053,LANTERN,six,2010-12-01 08:26:00,3.39,"));
    }

    @Test
    void aBadValueIsRefusedAlsoWhereNoAttributeAsksForIt() {
        Mapped mapped = mapping.map(Mappings.rows(
                "C1;D;x;-1;2010-12-01 09:41:00;1;",
                "C1;D;x;-1;2010-12-01 09:41:00;1;",
                "C1;;x;-1;2010-12-01 09:41:00;1;"));
        assertThat(mapped.rejected()).hasSize(3).last().satisfies(rejected -> assertThat(rejected.reason())
                .isEqualTo("is empty; if that is right, declare the field optional: true"));
    }

    @Test
    void anAmountThatDoesNotFitIsRefusedWithItsReason() {
        assertThat(reason("1;P;x;1;2010-12-01 09:41:00;0.1234567;"))
                .isEqualTo("gross has more than six decimals (gross: sum(quantity * price))");
        assertThat(reason("1;P;x;1;2010-12-01 09:41:00;9223372036855;"))
                .isEqualTo("gross is too large to keep (gross: sum(quantity * price))");
        assertThat(reason("C1;P;x;1;2010-12-01 09:41:00;5;")).startsWith("amount must be positive");
    }

    private String reason(String cells) {
        List<Rejected> rejected = mapping.map(Mappings.row(2, cells)).rejected();
        assertThat(rejected).hasSize(1);
        return rejected.get(0).reason();
    }

    @Test
    void aMissingColumnIsNamedBesideTheHeaderFound() {
        assertThatThrownBy(() -> Mappings.load(INVOICES).bind(List.of("InvoiceNo", "Quantity", "Quantity")))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("the mapping names columns that are not there: 'StockCode', 'InvoiceDate', 'UnitPrice',"
                        + " 'CustomerID'; columns of the mapping that stand there more than once: 'Quantity'; the header"
                        + " found is: 'InvoiceNo', 'Quantity', 'Quantity' (mapping at facts.yaml:1:1)");
    }

    @Test
    void columnsAreFoundWhateverTheirUnicodeForm() {
        FactsMapping mapping = Mappings.load(
                """
                fields:
                  users: {column: "Số lượt", number: "1"}
                facts: []
                """
                        .replace("\"1\"", "\"1234\"")
                        .replace(
                                "[]",
                                "[{fact: traffic-users, grain: \"'day'\", start: \"date(2024,1,1)\", users: users}]"));
        String decomposed = java.text.Normalizer.normalize("Số lượt", java.text.Normalizer.Form.NFD);
        assertThat(mapping.bind(List.of(" " + decomposed + "\u00a0"), "sheet A row ")
                        .map(Mappings.row(7, "12"))
                        .facts())
                .singleElement()
                .satisfies(envelope -> assertThat(envelope.at()).isEqualTo("sheet A row 7"));
    }

    @Test
    void tellsWhatItNeedsAndGives() {
        FactsMapping loaded = Mappings.load(INVOICES);
        assertThat(loaded.kinds()).containsExactlyInAnyOrder(FactKind.ORDER, FactKind.REFUND);
        assertThat(loaded.fields()).containsExactly("invoice", "product", "quantity", "at", "price", "customer");
        assertThat(loaded.columns())
                .containsExactly("InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID");
        assertThat(loaded.column("invoice")).contains("InvoiceNo");
        assertThat(loaded.column("no-such")).isEmpty();
        assertThat(mapping.groupKey("customer", Mappings.row(2, "1;2;3;4;5;6; 17850.0 ")))
                .contains("17850");
        assertThat(mapping.groupKey("customer", Mappings.row(2, "1;2;3;4;5;6"))).isEmpty();
    }
}
