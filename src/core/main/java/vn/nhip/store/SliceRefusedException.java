package vn.nhip.store;

import java.util.List;

/** Nothing of a slice may be taken in; what else the merge had found out is kept for the user. */
final class SliceRefusedException extends RuntimeException {

    private final transient List<HeldBack.Held> held;

    SliceRefusedException(String message, List<HeldBack.Held> held) {
        super(message);
        this.held = List.copyOf(held);
    }

    List<HeldBack.Held> held() {
        return held;
    }
}
