package vn.nhip.manifest.source;

import vn.nhip.spi.DayRange;

/** Matomo keeps the connector contract. */
class MatomoContractTest extends SourceContract {

    MatomoContractTest() {
        super(new Matomo());
    }

    @Override
    protected boolean pages() {
        return false;
    }

    /** A few days show as much as six weeks where every day is asked for by itself. */
    @Override
    protected DayRange days() {
        return new DayRange(Truths.LAST.minusDays(3), Truths.LAST);
    }
}
