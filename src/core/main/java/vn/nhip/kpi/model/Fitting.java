package vn.nhip.kpi.model;

import java.util.Optional;
import java.util.function.Function;

/** What came of fitting a model: the model, or why there is none. */
public sealed interface Fitting<T> {

    record Fitted<T>(T model) implements Fitting<T> {}

    /** The reason is a code and its detail, as in a KPI value: {@code not-enough: 12 < 200 repeat customers}. */
    record NotFitted<T>(String reason) implements Fitting<T> {}

    static <T> Fitting<T> of(T model) {
        return new Fitted<>(model);
    }

    static <T> Fitting<T> not(String reason) {
        return new NotFitted<>(reason);
    }

    /** The model, when there is one. */
    default Optional<T> found() {
        return this instanceof Fitted<T> fitted ? Optional.of(fitted.model()) : Optional.empty();
    }

    /** Why there is no model; empty when there is one. */
    default String reason() {
        return this instanceof NotFitted<T> not ? not.reason() : "";
    }

    default <U> Fitting<U> then(Function<T, Fitting<U>> next) {
        return found().map(next).orElseGet(() -> not(reason()));
    }
}
