package vn.nhip.spi;

/** Where the next page of a slice starts; opaque to the engine, meaningful to its connector only. */
public record Cursor(String value) {

    public Cursor {
        Names.requireText(value, "cursor");
    }
}
