package vn.nhip.sandbox.face.graph;

/** The fate of the n-th report, counted from 0, and of what it was ordered for. */
@FunctionalInterface
public interface JobFates {

    JobFate of(int number, GraphReport report);

    static JobFates good() {
        return (number, report) -> JobFate.GOOD;
    }
}
