package vn.nhip.sandbox.face.rest;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import vn.nhip.sandbox.face.FaultPlan;

/** Which fault meets a request, by its number (from 0) and what it asks. */
@FunctionalInterface
public interface RestFaults {

    Optional<HttpFault> at(int call, RestAsk ask);

    static RestFaults none() {
        return (call, ask) -> Optional.empty();
    }

    /** By number alone. */
    static RestFaults of(FaultPlan<HttpFault> plan) {
        return (call, ask) -> plan.at(call);
    }

    /** The first so many requests of this kind. */
    static RestFaults striking(int times, Predicate<RestAsk> where, HttpFault fault) {
        AtomicInteger left = new AtomicInteger(times);
        return (call, ask) -> where.test(ask) && left.getAndDecrement() > 0 ? Optional.of(fault) : Optional.empty();
    }
}
