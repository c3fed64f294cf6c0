package vn.nhip.manifest.expression;

/** A part of an expression that has a value; never null. */
@FunctionalInterface
interface Node {

    Object value(Evaluation evaluation);
}
