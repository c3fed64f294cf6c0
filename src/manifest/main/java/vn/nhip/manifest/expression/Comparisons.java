package vn.nhip.manifest.expression;

/** What {@code == != < <= > >=} and {@code in} do. */
final class Comparisons {

    private Comparisons() {}

    static Node ordered(Token sign, Node left, Node right) {
        return evaluation -> {
            Object one = left.value(evaluation);
            Object other = right.value(evaluation);
            evaluation.spend(1, sign.column());
            return switch (sign.text()) {
                case "==" -> Values.equal(one, other);
                case "!=" -> !Values.equal(one, other);
                case "<" -> Values.order(one, other, sign.column()) < 0;
                case "<=" -> Values.order(one, other, sign.column()) <= 0;
                case ">" -> Values.order(one, other, sign.column()) > 0;
                default -> Values.order(one, other, sign.column()) >= 0;
            };
        };
    }

    static Node contained(Token sign, Node part, Node whole, boolean wanted) {
        return evaluation -> {
            Object piece = part.value(evaluation);
            evaluation.spend(1, sign.column());
            return Values.contains(whole.value(evaluation), piece, sign.column()) == wanted;
        };
    }
}
