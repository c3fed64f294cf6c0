package vn.nhip.kpi.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import vn.nhip.kpi.model.Fitting.Fitted;

/** A log-likelihood of positive parameters, searched by their logarithms so that none can become negative. */
record Likelihood(String model, List<String> names, ToDoubleFunction<double[]> value) {

    private static final int EVALUATIONS = 20_000;
    private static final int RESTARTS = 20;
    private static final double SETTLED = 1e-9;
    private static final double FIRST_STEP = 0.5;
    /** Parameters of e^±9 say that the data do not bound them: one of the model's effects is absent. */
    private static final double EDGE = 9;

    /** The parameters in the order of their names, and the log-likelihood there. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one call
    record Maximum(double[] parameters, double logLikelihood) {}

    /** A simplex may stall short of the summit; only when a fresh one started there gains nothing has it arrived. */
    Fitting<Maximum> maximise(double... start) {
        double[] best = Arrays.stream(start).map(Math::log).toArray();
        double height = at(best);
        for (int restart = 0; restart < RESTARTS; restart++) {
            PointValuePair summit;
            try {
                summit = climb(best);
            } catch (TooManyEvaluationsException tooMany) {
                return Fitting.not("not-converged: " + model + " after " + tooMany.getMax() + " evaluations");
            }
            double gain = summit.getValue() - height;
            best = summit.getPoint();
            height = summit.getValue();
            if (!Double.isFinite(height)) {
                return Fitting.not("not-converged: " + model + " has no likelihood for these customers");
            }
            if (gain < SETTLED) {
                return bounded(best, height);
            }
        }
        return Fitting.not("not-converged: " + model + " still gains after " + RESTARTS + " restarts");
    }

    private Fitting<Maximum> bounded(double[] logarithms, double height) {
        for (int i = 0; i < logarithms.length; i++) {
            if (Math.abs(logarithms[i]) > EDGE) {
                return Fitting.not("not-converged: the data do not bound " + names.get(i) + " of " + model);
            }
        }
        return new Fitted<>(new Maximum(exponentials(logarithms), height));
    }

    private PointValuePair climb(double[] from) {
        return new SimplexOptimizer(1e-14, 1e-10)
                .optimize(
                        new ObjectiveFunction(this::at),
                        GoalType.MAXIMIZE,
                        new InitialGuess(from),
                        new NelderMeadSimplex(from.length, FIRST_STEP),
                        new MaxEval(EVALUATIONS));
    }

    private double at(double[] logarithms) {
        double height = value.applyAsDouble(exponentials(logarithms));
        return Double.isNaN(height) ? Double.NEGATIVE_INFINITY : height;
    }

    private static double[] exponentials(double[] logarithms) {
        return Arrays.stream(logarithms).map(Math::exp).toArray();
    }
}
