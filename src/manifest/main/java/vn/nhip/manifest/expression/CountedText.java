package vn.nhip.manifest.expression;

/** A text whose every look counts as work: a pattern that goes back and forth comes to an end. */
record CountedText(CharSequence text, Evaluation evaluation, int column) implements CharSequence {

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        evaluation.spend(1, column);
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
