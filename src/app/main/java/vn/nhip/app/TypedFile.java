package vn.nhip.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The file of typed numbers, which the ready mapping {@code typed-numbers} reads like any other file. */
final class TypedFile {

    private static final String NAME = "so-lieu-nhap-tay.tsv";
    private static final String HEADER = "kind\tid\tmonth\tvalue\tcurrency\tby\tat\n";
    private static final int COLUMNS = 7;

    private final Path file;

    TypedFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** By what they are of. */
    Map<TypedNumber.Slot, TypedNumber> read() {
        Map<TypedNumber.Slot, TypedNumber> numbers = new TreeMap<>();
        if (!Files.exists(file)) {
            return numbers;
        }
        try {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> {
                        TypedNumber number = number(cells);
                        numbers.merge(number.slot(), number, TypedFile::oneMore);
                    });
            return numbers;
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot read " + file, refused);
        }
    }

    private TypedNumber number(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    file + " was changed by hand and has a row without " + COLUMNS + " columns; mend it");
        }
        YearMonth month = YearMonth.parse(cells[2].substring(0, 7));
        boolean answer = cells[0].equals(TypedNumber.CSAT);
        BigDecimal value = new BigDecimal(cells[3]);
        return new TypedNumber(
                new TypedNumber.Slot(cells[0], month, answer ? value.intValueExact() : 0),
                answer ? BigDecimal.ONE : value,
                cells[5],
                Instant.parse(cells[6]));
    }

    /** Answers of one score stand in a row each. */
    private static TypedNumber oneMore(TypedNumber many, TypedNumber one) {
        return new TypedNumber(many.slot(), many.value().add(one.value()), many.by(), many.at());
    }

    /** Replaces what the file says; {@code currencies} gives the currency of a kind, empty where it is no money. */
    void write(Collection<TypedNumber> numbers, UnaryOperator<String> currencies) {
        StringBuilder text = new StringBuilder(HEADER);
        numbers.forEach(number -> rows(number, currencies.apply(number.slot().kind()), text));
        Path fresh = file.resolveSibling("." + NAME);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot write " + file, refused);
        }
    }

    private static void rows(TypedNumber number, String currency, StringBuilder text) {
        TypedNumber.Slot slot = number.slot();
        boolean answers = slot.kind().equals(TypedNumber.CSAT);
        int rows = answers ? number.value().intValueExact() : 1;
        for (int row = 1; row <= rows; row++) {
            text.append(String.join(
                            "\t",
                            slot.kind(),
                            slot.kind() + "-" + slot.month() + (answers ? "-" + slot.score() + "-" + row : ""),
                            slot.month().atDay(1).toString(),
                            answers
                                    ? Integer.toString(slot.score())
                                    : number.value().toPlainString(),
                            currency,
                            number.by(),
                            number.at().toString()))
                    .append('\n');
        }
    }
}
