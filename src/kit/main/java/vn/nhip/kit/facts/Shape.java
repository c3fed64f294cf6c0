package vn.nhip.kit.facts;

/** How the cells of one field are read; declared, never guessed. */
interface Shape {

    /**
     * The value of a text that is trimmed and not empty.
     *
     * @throws Refusal when the text has another shape
     */
    Object ofText(String text);

    /**
     * The value of a cell that the source has typed already.
     *
     * @throws Refusal when it is of another type
     */
    default Object ofTyped(Object cell) {
        return ofText(CellText.of(cell));
    }

    /** True when parsing costs more than remembering the last text. */
    default boolean remembers() {
        return true;
    }
}
