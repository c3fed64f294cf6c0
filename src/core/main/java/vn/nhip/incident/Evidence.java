package vn.nhip.incident;

/** The period furthest off: its value, what was expected, the band around it, and how many usual deviations it lies off. */
public record Evidence(double value, double expected, double low, double high, double score) {

    static Evidence of(Judged judged) {
        return new Evidence(judged.point().value(), judged.expected(), judged.low(), judged.high(), judged.score());
    }

    /** Against a target there is no band. */
    static Evidence against(double target, double value) {
        return new Evidence(value, target, target, target, 0);
    }
}
