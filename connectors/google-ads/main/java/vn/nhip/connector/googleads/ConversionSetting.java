package vn.nhip.connector.googleads;

import com.google.ads.googleads.v23.common.Metrics;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Which conversions are counted, by the names that Google Ads has for its columns. */
enum ConversionSetting {
    /** Those of the actions that the account bids for. */
    PRIMARY("conversions", "metrics.conversions", "metrics.conversions_value"),
    /** Those of all actions: calls, shop visits, secondary ones too. */
    ALL("all-conversions", "metrics.all_conversions", "metrics.all_conversions_value");

    private final String id;
    private final String count;
    private final String value;

    ConversionSetting(String id, String count, String value) {
        this.id = id;
        this.count = count;
        this.value = value;
    }

    /** The setting of this id; the settings were checked to have one. */
    static ConversionSetting of(String id) {
        return Arrays.stream(values())
                .filter(setting -> setting.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("declared, but unknown: " + id));
    }

    /** As the user names it, and as it stands with each figure. */
    String id() {
        return id;
    }

    /** The metric that counts them. */
    String count() {
        return count;
    }

    /** The metric of what they are worth. */
    String value() {
        return value;
    }

    OptionalDouble count(Metrics metrics) {
        return switch (this) {
            case PRIMARY -> given(metrics.hasConversions(), metrics.getConversions());
            case ALL -> given(metrics.hasAllConversions(), metrics.getAllConversions());
        };
    }

    OptionalDouble value(Metrics metrics) {
        return switch (this) {
            case PRIMARY -> given(metrics.hasConversionsValue(), metrics.getConversionsValue());
            case ALL -> given(metrics.hasAllConversionsValue(), metrics.getAllConversionsValue());
        };
    }

    private static OptionalDouble given(boolean has, double number) {
        return has ? OptionalDouble.of(number) : OptionalDouble.empty();
    }
}
