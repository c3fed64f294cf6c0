package vn.nhip.kpi.model;

/** How far ahead a customer's worth is counted, and how much less later money counts. */
public record Horizon(int months, double monthlyDiscount, double weeksPerMonth) {

    /** Twelve months at 1 % a month, the model's weeks turned into months of 4.345 weeks. */
    public static final Horizon YEAR = new Horizon(12, 0.01, 4.345);

    public Horizon {
        if (months < 1 || !(monthlyDiscount > -1) || !(weeksPerMonth > 0)) {
            throw new IllegalArgumentException("no such horizon: " + months + " months of " + weeksPerMonth
                    + " weeks, discount " + monthlyDiscount);
        }
    }
}
