package vn.nhip.kpi.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** Computes a quantity of {@code cdnow_published_checks.csv} from its description. */
record PublishedCheck(LifetimeValue model, Map<Integer, CustomerHistory> customers) {

    private static final String N = "([0-9.]+)";

    double value(String quantity) {
        List<Reading> readings = List.of(
                new Reading("BG/NBD E\\[X\\(" + N + "\\)\\|x=" + N + ",tx=" + N + ",T=" + N + "].*", this::known),
                new Reading("BG/NBD E\\[X\\(" + N + "\\)] summary fit", of -> model.purchases()
                        .expectedPurchases(at(of, 1))),
                new Reading(
                        "BG/NBD P\\(X\\(" + N + "\\)=" + N + "\\) at .243,4.414,.793,2.426", PublishedCheck::chance),
                new Reading("BG/NBD E\\[X\\(" + N + "\\)] customer " + N + " .*", of -> model.purchases()
                        .expectedPurchases(customer(of, 2), at(of, 1))),
                new Reading(
                        "Gamma-Gamma E\\[M] customer " + N, of -> model.spend().mean(customer(of, 1))),
                new Reading("Gamma-Gamma mean E\\[M] over 2357", of -> meanSpend()),
                new Reading("mean zbar of 946 repeat customers", of -> meanZbar()),
                new Reading("corr\\(x, zbar\\) repeat customers", of -> correlation()),
                new Reading(
                        "CLV 12 \\w+ d=.01 customer " + N + ", step=" + N + " .*",
                        of -> model.of(customer(of, 1), new Horizon(12, 0.01, at(of, 2)))));
        for (Reading reading : readings) {
            Matcher found = reading.pattern().matcher(quantity);
            if (found.matches()) {
                return reading.compute().of(found);
            }
        }
        throw new AssertionError("nobody computes this published check: " + quantity);
    }

    private double known(MatchResult of) {
        CustomerHistory history = new CustomerHistory((int) at(of, 2), at(of, 3), at(of, 4), 0);
        return model.purchases().expectedPurchases(history, at(of, 1));
    }

    private static double chance(MatchResult of) {
        return new BgNbd.Fit(0.243, 4.414, 0.793, 2.426, 0).probability((int) at(of, 2), at(of, 1));
    }

    private double meanSpend() {
        return customers.values().stream()
                .mapToDouble(model.spend()::mean)
                .average()
                .orElseThrow();
    }

    private double meanZbar() {
        return repeated().stream().mapToDouble(CustomerHistory::zbar).average().orElseThrow();
    }

    private double correlation() {
        double[] x = repeated().stream().mapToDouble(CustomerHistory::x).toArray();
        double[] zbar = repeated().stream().mapToDouble(CustomerHistory::zbar).toArray();
        return new PearsonsCorrelation().correlation(x, zbar);
    }

    private List<CustomerHistory> repeated() {
        return customers.values().stream().filter(CustomerHistory::repeated).toList();
    }

    private CustomerHistory customer(MatchResult of, int group) {
        return Objects.requireNonNull(customers.get((int) at(of, group)));
    }

    private static double at(MatchResult of, int group) {
        return Double.parseDouble(of.group(group));
    }

    private interface Compute {
        double of(MatchResult found);
    }

    private record Reading(Pattern pattern, Compute compute) {
        Reading(String regex, Compute compute) {
            this(Pattern.compile(regex), compute);
        }
    }
}
