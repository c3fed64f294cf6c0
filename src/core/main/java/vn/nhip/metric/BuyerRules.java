package vn.nhip.metric;

import java.util.List;
import java.util.Map;
import vn.nhip.spi.FactKind;

/**
 * The metrics that count distinct buyers, at most eight: an order counts in those whose bit its mask has.
 *
 * <p>Distinct buyers of a week or month are people of their own, not the sum of days, so they are kept with the
 * customers.
 */
record BuyerRules(List<MetricRule> rules) {

    private static final int MOST = 8;

    BuyerRules {
        rules = List.copyOf(rules);
        if (rules.size() > MOST) {
            throw new IllegalArgumentException("The catalogue has " + rules.size()
                    + " metrics of distinct buyers; at most " + MOST + " can be kept. Remove some.");
        }
    }

    static BuyerRules of(List<MetricRule> all) {
        return new BuyerRules(all.stream()
                .filter(rule -> rule.metric().fact() == FactKind.ORDER
                        && rule.metric().measure().equals("buyers"))
                .toList());
    }

    static Map<String, String> fields(String channel, String status) {
        return Map.of("channel", channel, "status", status);
    }

    int mask(Map<String, String> fields) {
        int mask = 0;
        for (int i = 0; i < rules.size(); i++) {
            mask |= rules.get(i).takes(fields) ? 1 << i : 0;
        }
        return mask;
    }

    boolean none() {
        return rules.isEmpty();
    }
}
