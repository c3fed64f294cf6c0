package vn.nhip.schedule;

/** What the program does with new facts, given by whoever wires it together; one at a time. */
public interface Chores {

    /** Brings the KPIs up to date. */
    void refresh();

    /** Writes the file of the morning, where somebody wants it, and tidies up. */
    void publish();
}
