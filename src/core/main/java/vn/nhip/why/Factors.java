package vn.nhip.why;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The change of a formula by its inputs: what each input's own change does, over all orders in which they could have changed
 * (Shapley).
 *
 * <p>Of a product of two it is the usual middle: Δa·b̄ and ā·Δb. It needs no logarithm, so zeros and losses are as good as
 * any number.
 */
final class Factors {

    private static final int MOST = 8;

    private final List<String> names;
    private final Map<String, Pair<BigDecimal>> inputs;
    private final List<BigDecimal> values;

    private Factors(List<String> names, Map<String, Pair<BigDecimal>> inputs, List<BigDecimal> values) {
        this.names = names;
        this.inputs = inputs;
        this.values = values;
    }

    /** Nothing where the formula has no value on the way, or too many inputs. */
    static Optional<List<Share>> split(
            Map<String, Pair<BigDecimal>> inputs, Function<Map<String, BigDecimal>, Optional<BigDecimal>> formula) {
        List<String> names = List.copyOf(inputs.keySet());
        if (names.isEmpty() || names.size() > MOST) {
            return Optional.empty();
        }
        List<BigDecimal> values = new ArrayList<>();
        for (int changed = 0; changed < 1 << names.size(); changed++) {
            Optional<BigDecimal> value = formula.apply(mixed(names, inputs, changed));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(new Factors(names, inputs, values).shares());
    }

    /** The inputs as they are now where their bit is set, else as they were. */
    private static Map<String, BigDecimal> mixed(
            List<String> names, Map<String, Pair<BigDecimal>> inputs, int changed) {
        Map<String, BigDecimal> mixed = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Pair<BigDecimal> input = inputs.getOrDefault(names.get(i), new Pair<>(BigDecimal.ZERO, BigDecimal.ZERO));
            mixed.put(names.get(i), (changed & 1 << i) != 0 ? input.now() : input.before());
        }
        return mixed;
    }

    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            shares.add(new Share(
                    Optional.of(names.get(i)),
                    amount(i),
                    Optional.empty(),
                    Optional.ofNullable(inputs.get(names.get(i))).map(Pair::before),
                    Optional.ofNullable(inputs.get(names.get(i))).map(Pair::now)));
        }
        return shares;
    }

    private BigDecimal amount(int input) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int changed = 0; changed < values.size(); changed++) {
            if ((changed & 1 << input) == 0) {
                BigDecimal step = values.get(changed | 1 << input).subtract(values.get(changed));
                sum = sum.add(step.multiply(new BigDecimal(orders(Integer.bitCount(changed)))));
            }
        }
        return sum.divide(new BigDecimal(factorial(names.size())), Fraction.DIGITS);
    }

    /** In how many orders exactly so many others have changed before. */
    private BigInteger orders(int before) {
        return factorial(before).multiply(factorial(names.size() - before - 1));
    }

    private static BigInteger factorial(int number) {
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= number; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return product;
    }
}
