package vn.nhip.catalogue;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a formula down for readers: metric ids with the usual signs, and words where there are conditions. */
public final class FormulaText {

    private FormulaText() {}

    public static Texts of(Formula formula) {
        if (formula instanceof Formula.Sum sum) {
            return side(sum.alternatives());
        }
        if (formula instanceof Formula.Ratio ratio) {
            Texts above = bracketed(ratio.numerator());
            Texts below = bracketed(ratio.denominator());
            return new Texts(above.vi() + " ÷ " + below.vi(), above.en() + " ÷ " + below.en());
        }
        if (formula instanceof Formula.Derived derived) {
            return same(derived.expression()
                    .replaceAll("\\s+", " ")
                    .replace(" * ", " × ")
                    .replace('_', '-'));
        }
        if (formula instanceof Formula.Distinct distinct) {
            return new Texts(
                    distinct.metric() + ", đếm riêng từng kỳ", distinct.metric() + ", counted anew for each period");
        }
        if (formula instanceof Formula.Retention retention) {
            return retention(retention);
        }
        if (formula instanceof Formula.ActiveCustomers active) {
            return active.window()
                    .map(window -> new Texts(
                            "khách có mua trong " + days(window) + " ngày tính đến cuối kỳ",
                            "customers with an order in the " + days(window) + " days up to the end of the period"))
                    .orElse(new Texts("khách có mua trong kỳ", "customers with an order in the period"));
        }
        return new Texts("mô hình " + ((Formula.Model) formula).name(), "model " + ((Formula.Model) formula).name());
    }

    private static Texts retention(Formula.Retention retention) {
        Optional<String> days = retention.window().map(FormulaText::days);
        String activeVi = days.map(count -> "cửa sổ " + count + " ngày").orElse("có mua trong kỳ trước");
        String activeEn = days.map(count -> count + "-day window").orElse("bought in the period before");
        return switch (retention.kind()) {
            case KEPT -> new Texts("(E − N) ÷ S, " + activeVi, "(E − N) ÷ S, " + activeEn);
            case RETURNED ->
                new Texts("phần của S có mua trong kỳ, " + activeVi, "share of S that bought, " + activeEn);
        };
    }

    private static Texts side(List<Formula.Terms> alternatives) {
        return new Texts(
                alternatives.stream()
                        .map(terms -> signed(terms) + condition(terms.when()).vi())
                        .collect(Collectors.joining("; nếu không: ")),
                alternatives.stream()
                        .map(terms -> signed(terms) + condition(terms.when()).en())
                        .collect(Collectors.joining("; otherwise: ")));
    }

    private static Texts bracketed(List<Formula.Terms> alternatives) {
        boolean isSingle =
                alternatives.size() == 1 && alternatives.get(0).terms().size() == 1;
        Texts side = side(alternatives);
        return isSingle ? side : new Texts("(" + side.vi() + ")", "(" + side.en() + ")");
    }

    private static String signed(Formula.Terms terms) {
        StringBuilder text = new StringBuilder();
        for (Formula.Term term : terms.terms()) {
            if (!text.isEmpty()) {
                text.append(term.negative() ? " − " : " + ");
            } else if (term.negative()) {
                text.append('−');
            }
            text.append(term.metric());
        }
        return text.toString();
    }

    private static Texts condition(Formula.When when) {
        return switch (when) {
            case ALWAYS -> same("");
            case LEDGER_CONNECTED -> new Texts(" khi đã nối sổ kế toán", " where the books are connected");
            case BOOKS_CLOSED -> new Texts(" khi tháng đã khóa sổ", " once the month's books are closed");
        };
    }

    private static String days(Period window) {
        return Long.toString(LocalDate.EPOCH.plus(window).toEpochDay());
    }

    private static Texts same(String text) {
        return new Texts(text, text);
    }
}
