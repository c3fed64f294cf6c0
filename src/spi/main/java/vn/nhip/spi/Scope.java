package vn.nhip.spi;

/** Whether a row is the account's own total or a part of it; headline metrics read TOTAL only. */
public enum Scope {
    TOTAL,
    BREAKDOWN;

    public String id() {
        return Names.kebab(name());
    }
}
