package vn.nhip.manifest.component;

import java.util.OptionalInt;
import vn.nhip.manifest.tree.Component;

/**
 * When the pages of a slice are begun anew: after so many records, or when an error handler says so; from the first page,
 * or from the moment that the records have come to, for sources that page no further than some limit.
 */
public record PageReset(boolean fromLastRecord, OptionalInt records) {

    static PageReset of(Component component) {
        if (!component.type().equals("PaginationReset")) {
            throw component.unsupported("a reset of pages");
        }
        component.allow("action", "limits");
        String action = component.text("action");
        boolean split = action.equals("SPLIT_USING_CURSOR");
        if (!split && !action.equals("RESET")) {
            throw component.require("action").problem("the action '" + action + "' is not supported");
        }
        int most = component
                .findChild("limits", "PaginationResetLimits")
                .map(limits -> limits.allow("number_of_records").wholeNumber("number_of_records", 0))
                .orElse(0);
        return new PageReset(split, most > 0 ? OptionalInt.of(most) : OptionalInt.empty());
    }
}
