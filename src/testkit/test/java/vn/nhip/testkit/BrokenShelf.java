package vn.nhip.testkit;

/** A connector with the flaw that is proven just now; not run on its own. */
class BrokenShelf extends ShelfSample {

    static volatile Flaw flaw = Flaw.NONE;

    BrokenShelf() {
        super(flaw);
    }
}
