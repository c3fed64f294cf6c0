package vn.nhip.connector.googleads;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Settings;

/** An account's settings, checked: whose figures, through which manager, and what counts as a conversion. */
record AdsAccount(String id, Optional<String> login, ConversionSetting conversions) {

    private static final Pattern NUMBER = Pattern.compile("\\d{10}");

    /**
     * The settings.
     *
     * @throws ConnectorException SETTINGS when one of them makes no sense
     */
    static AdsAccount of(Settings settings) {
        String login = settings.text("login-customer-id");
        return new AdsAccount(
                number("customer-id", settings.text("customer-id")),
                login.isBlank() ? Optional.empty() : Optional.of(number("login-customer-id", login)),
                ConversionSetting.of(settings.text("conversions")));
    }

    private static String number(String setting, String text) {
        String digits = text.strip().replace("-", "");
        if (!NUMBER.matcher(digits).matches()) {
            throw ConnectorException.settings("setting '" + setting + "' must be a number of ten digits as Google Ads"
                    + " shows it beside the account's name, such as 123-456-7890, not '" + text + "'");
        }
        return digits;
    }

    /** What messages begin with. */
    String name() {
        return "Google Ads (account " + id + ")";
    }
}
