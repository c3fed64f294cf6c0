package vn.nhip.sandbox.face;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Which fault meets the n-th call of a face, counted from 0; the same plan always says the same. */
@FunctionalInterface
public interface FaultPlan<F> {

    Optional<F> at(int call);

    static <F> FaultPlan<F> none() {
        return call -> Optional.empty();
    }

    /** This fault at every call. */
    static <F> FaultPlan<F> always(F fault) {
        return call -> Optional.of(fault);
    }

    /** These faults at these calls, once each. */
    static <F> FaultPlan<F> at(Map<Integer, F> faults) {
        Map<Integer, F> planned = Map.copyOf(faults);
        return call -> Optional.ofNullable(planned.get(call));
    }

    /** One of the faults at so many of a hundred calls, by chance. */
    static <F> FaultPlan<F> bySeed(long seed, int ofHundred, List<F> faults) {
        List<F> choice = List.copyOf(faults);
        return call -> {
            SplittableRandom dice = new SplittableRandom(seed * 1_000_003 + call);
            return dice.nextInt(100) < ofHundred
                    ? Optional.of(choice.get(dice.nextInt(choice.size())))
                    : Optional.empty();
        };
    }
}
