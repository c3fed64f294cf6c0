package vn.nhip.sandbox.face.graph;

import java.util.List;
import java.util.Optional;
import vn.nhip.sandbox.face.FaultPlan;

/** What is answered instead of the truth, by the number of the request (from 0) and what it asks. */
@FunctionalInterface
public interface GraphFaults {

    Optional<GraphAnswer> at(int call, GraphAsk ask);

    static GraphFaults none() {
        return (call, ask) -> Optional.empty();
    }

    /** By number alone. */
    static GraphFaults of(FaultPlan<GraphAnswer> plan) {
        return (call, ask) -> plan.at(call);
    }

    /** Some of a hundred requests, by chance, meet what a busy service answers on a bad night. */
    static GraphFaults bySeed(long seed, int ofHundred) {
        return of(FaultPlan.bySeed(seed, ofHundred, BAD_NIGHT));
    }

    /** Faults after which the same request is answered. */
    List<GraphAnswer> BAD_NIGHT = List.of(
            GraphAnswer.error(500, 1, 0, "An unknown error occurred"),
            GraphAnswer.error(503, 2, 0, "Service temporarily unavailable"),
            GraphAnswer.error(400, 17, 2_446_079, "User request limit reached"),
            GraphAnswer.json(502, "<html>bad gateway</html>").header("Content-Type", "text/html"),
            GraphAnswer.json(200, "{\"data\":[]}").over(GraphAnswer.Wire.CUT),
            GraphAnswer.json(200, "").over(GraphAnswer.Wire.NOTHING));
}
