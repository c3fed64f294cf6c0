package vn.nhip.catalogue;

/**
 * A number that one fact kind offers to metrics.
 *
 * <p>Shape: {@code additivity} says whether values of days may be added up; a measure of lines reads the order's lines
 * and is the only one that can be broken down by product.
 */
public record Measure(String id, Unit unit, Additivity additivity, boolean ofLines) {

    public enum Additivity {
        /** Days add up to weeks and months. */
        SUM,
        /** Counted anew for each day, week and month; never added. */
        DISTINCT,
        /** Known for single days only. */
        DAY_ONLY
    }

    static Measure count(String id) {
        return new Measure(id, Unit.COUNT, Additivity.SUM, false);
    }

    static Measure money(String id) {
        return new Measure(id, Unit.MONEY, Additivity.SUM, false);
    }

    static Measure distinct(String id) {
        return new Measure(id, Unit.COUNT, Additivity.DISTINCT, false);
    }
}
