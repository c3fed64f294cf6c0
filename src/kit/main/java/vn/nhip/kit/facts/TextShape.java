package vn.nhip.kit.facts;

/** Text as it stands. */
final class TextShape implements Shape {

    @Override
    public Object ofText(String text) {
        return CellText.storable(text);
    }

    @Override
    public boolean remembers() {
        return false;
    }
}
