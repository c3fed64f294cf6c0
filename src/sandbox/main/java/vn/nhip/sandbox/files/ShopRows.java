package vn.nhip.sandbox.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;

/** The rows of one channel's orders and refunds, by quarter; an order's rows stand together, refunds among them. */
final class ShopRows {
    private record Document(LocalDate day, String number, List<List<Object>> rows) {}

    private final Truth truth;
    private final Sale.Channel channel;
    private final Shapes shapes;
    private final List<Document> documents = new ArrayList<>();

    ShopRows(Truth truth, Sale.Channel channel) {
        this.truth = truth;
        this.channel = channel;
        this.shapes = new Shapes(truth.span().zone());
    }

    /** Adds a row of the last day that belongs to no sale. */
    ShopRows with(List<Object> row) {
        documents.add(new Document(truth.span().lastDay(), row.get(0).toString(), List.of(row)));
        return this;
    }

    SortedMap<String, List<List<Object>>> quarterly(
            Function<Sale, List<List<Object>>> ofSale, Function<Payback, List<Object>> ofPayback) {
        truth.trade().sales().stream()
                .filter(sale -> sale.channel() == channel)
                .forEach(sale -> documents.add(new Document(shapes.day(sale.at()), sale.number(), ofSale.apply(sale))));
        truth.trade().paybacks().stream()
                .filter(back -> back.sale().channel() == channel)
                .forEach(back ->
                        documents.add(new Document(shapes.day(back.at()), back.id(), List.of(ofPayback.apply(back)))));
        documents.sort(Comparator.comparing(Document::day).thenComparing(Document::number));
        SortedMap<String, List<List<Object>>> quarters = new TreeMap<>();
        Batches.quarterly(documents, Document::day)
                .forEach((label, batch) -> quarters.put(
                        label,
                        batch.stream()
                                .flatMap(document -> document.rows().stream())
                                .toList()));
        return quarters;
    }
}
