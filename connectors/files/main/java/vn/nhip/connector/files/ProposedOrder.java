package vn.nhip.connector.files;

import java.util.List;

/** Orders whose lines may stand in several rows. */
final class ProposedOrder {

    static final List<String> STATUSES = List.of("pending", "confirmed", "paid", "delivered", "cancelled");

    private final Columns columns;
    private final MappingText text;

    private ProposedOrder(Columns columns, MappingText text) {
        this.columns = columns;
        this.text = text;
    }

    static void write(Columns columns, MappingText text) {
        new ProposedOrder(columns, text).write();
    }

    private void write() {
        text.line("  - fact: order");
        text.line("    id: order");
        text.line("    ordered-at: min(at)");
        status();
        text.line("    gross: sum(" + columns.amount() + ")");
        if (columns.have(Role.DISCOUNT)) {
            text.ask(
                    "    ",
                    "does column " + MappingText.quoted(columns.name(Role.DISCOUNT))
                            + " stand per row or once per order, and is it taken off the amounts already?"
                            + " discounts: sum(coalesce(discount, 0)) or discounts: coalesce(discount, 0)");
            discount();
        }
        text.ask("    ", "which channel do these orders come from?");
        text.line(
                "    channel: \"'" + text.choose("channel", "", List.of("shop", "web", "marketplace"), "shop") + "'\"");
        if (!columns.person().isEmpty()) {
            text.line("    " + columns.person());
        }
        if (columns.have(Role.PRODUCT, Role.QUANTITY)) {
            text.line("    lines: {product: product, quantity: quantity, amount: " + columns.amount() + "}");
        }
    }

    private void discount() {
        String chosen =
                text.choose("discount", columns.name(Role.DISCOUNT), List.of("taken-off", "row", "order"), "taken-off");
        if (!chosen.equals("taken-off")) {
            text.line("    discounts: "
                    + (chosen.equals("row") ? "sum(coalesce(discount, 0))" : "coalesce(discount, 0)"));
        }
    }

    private void status() {
        if (!columns.have(Role.STATUS)) {
            text.ask("    ", "no column says the status: are all these orders paid?");
            text.line("    status: \"'paid'\"");
            return;
        }
        if (!ProposedFact.said(columns, text, Role.STATUS)) {
            text.demand(
                    "    ",
                    "which of " + String.join(", ", STATUSES) + " is each status? Add to field status:"
                            + " values-else: refuse, values: {" + columns.choices(Role.STATUS) + "}");
        }
        text.line("    status: status");
    }
}
