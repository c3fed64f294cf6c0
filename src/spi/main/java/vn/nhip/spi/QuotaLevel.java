package vn.nhip.spi;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * How much of one of its quotas a source says is left.
 *
 * <p>Shape: {@code owner} is what the quota is counted for (a property, a project, an ad account), so that accounts that
 * share one stop together; {@code of} is the whole, where the source or its documentation says it.
 */
public record QuotaLevel(String owner, String name, long left, OptionalLong of, Instant resets) {

    public QuotaLevel {
        Names.requireText(owner, "owner of a quota");
        Names.requireText(name, "name of a quota");
    }
}
