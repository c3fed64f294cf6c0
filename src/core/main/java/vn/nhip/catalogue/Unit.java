package vn.nhip.catalogue;

/** How a value is counted and shown; a money value is in the business currency, a ratio is 0–1, never per cent. */
public enum Unit {
    COUNT,
    MONEY,
    RATIO
}
