package vn.nhip.kpi;

/** One random thing that happens to a business; small numbers, so that things meet. */
record Step(Act act, int key, int day, int variant) {

    enum Act {
        ORDER,
        ORDER_ELSEWHERE,
        REMOVE_ORDER,
        REFUND,
        LEAD,
        CUSTOMER,
        REMOVE_CUSTOMER,
        RATE,
        TRAFFIC,
        USERS,
        ADS,
        EMAIL,
        LEDGER,
        SURVEY,
        OWN,
        REACH,
        TODAY,
        REFRESH
    }
}
