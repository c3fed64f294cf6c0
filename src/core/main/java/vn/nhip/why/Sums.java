package vn.nhip.why;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The change of a sum by its parts: each contributes its own change. */
final class Sums {

    private Sums() {}

    /** What the parts do not cover of the whole is a share without a name. */
    static List<Share> split(Pair<BigDecimal> whole, Map<String, Pair<BigDecimal>> parts) {
        List<Share> shares = new ArrayList<>();
        BigDecimal before = whole.before();
        BigDecimal now = whole.now();
        for (Map.Entry<String, Pair<BigDecimal>> part : parts.entrySet()) {
            shares.add(Share.of(Optional.of(part.getKey()), part.getValue()));
            before = before.subtract(part.getValue().before());
            now = now.subtract(part.getValue().now());
        }
        if (before.signum() != 0 || now.signum() != 0) {
            shares.add(Share.of(Optional.empty(), new Pair<>(before, now)));
        }
        return shares;
    }
}
