package vn.nhip.store;

/**
 * What a run did so far.
 *
 * <p>Records were read from the source; facts came of them; changed and removed are facts that readers see differ.
 * Repeated are those of the facts that said again what their slice had said before: they count once.
 */
public record RunCounts(
        long records, long facts, long changed, long removed, long quarantined, long filtered, long repeated) {

    public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0, 0);

    public RunCounts plus(RunCounts more) {
        return new RunCounts(
                records + more.records,
                facts + more.facts,
                changed + more.changed,
                removed + more.removed,
                quarantined + more.quarantined,
                filtered + more.filtered,
                repeated + more.repeated);
    }
}
