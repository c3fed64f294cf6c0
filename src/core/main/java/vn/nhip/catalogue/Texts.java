package vn.nhip.catalogue;

import java.util.List;

/** One text in both languages. */
public record Texts(String vi, String en) {

    /** What a person does when the KPI moves, and what must happen for it to be proposed. */
    public record Action(Trigger trigger, Texts text) {}

    public enum Trigger {
        DROP,
        RISE,
        BELOW_TARGET,
        RISE_WITHOUT_RESULT
    }

    /** The guide's side of a KPI: what it is for, how to track it, what to do when it moves. */
    public record Guide(Texts purpose, Texts howToTrack, List<Action> actions) {
        public Guide {
            actions = List.copyOf(actions);
        }
    }
}
