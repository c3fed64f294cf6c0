package vn.nhip.spi;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a source says of itself beside its facts.
 *
 * <p>Shape: the account's zone and currency as the source has them now; its quotas; in {@code drift}, in words, what
 * the connector met and did not know (a new field, an unknown choice, another version served than asked for).
 */
public record SourceNotes(
        Optional<ZoneId> zone, Optional<Currency> currency, List<QuotaLevel> quotas, List<String> drift) {

    public static final SourceNotes NONE = new SourceNotes(Optional.empty(), Optional.empty(), List.of(), List.of());

    public SourceNotes {
        quotas = List.copyOf(quotas);
        drift = List.copyOf(drift);
    }
}
