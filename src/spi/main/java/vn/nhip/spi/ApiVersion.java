package vn.nhip.spi;

import java.time.LocalDate;
import java.util.Optional;

/** One version of a source's API, and the last day on which the vendor says that it answers, when it says so. */
public record ApiVersion(String name, Optional<LocalDate> lastDay) {

    public ApiVersion {
        Names.requireText(name, "API version");
    }
}
