package vn.nhip.connector.metaads;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.nhip.kit.facts.Contacts;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Settings;

/** An account's settings, checked: the ad account as {@code act_…}, and how its figures are counted. */
record MetaAccount(String id, Attribution attribution, String action, Optional<String> page, Contacts contacts) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}");
    private static final Pattern ACTION = Pattern.compile("[a-z0-9_.]{1,200}");

    /**
     * The settings.
     *
     * @throws ConnectorException SETTINGS when one of them makes no sense
     */
    static MetaAccount of(Settings settings) {
        String id = settings.text("ad-account").strip().replaceFirst("^act_", "");
        if (!NUMBER.matcher(id).matches()) {
            throw ConnectorException.settings(
                    "setting 'ad-account' must be the account's number, with or without act_");
        }
        String action = settings.text("conversion-action").strip();
        if (!ACTION.matcher(action).matches()) {
            throw ConnectorException.settings("setting 'conversion-action' must be one action type, such as"
                    + " omni_purchase: Meta reports the same purchase under several, which are never added");
        }
        Optional<String> page = Optional.of(settings.text("page").strip()).filter(text -> !text.isEmpty());
        if (page.isPresent() && !NUMBER.matcher(page.get()).matches()) {
            throw ConnectorException.settings("setting 'page' must be the Facebook page's number");
        }
        Attribution attribution = Attribution.of(settings.text("attribution-windows"));
        return new MetaAccount("act_" + id, attribution, action, page, contacts(settings.text("phone-region")));
    }

    private static Contacts contacts(String region) {
        try {
            return Contacts.in(region);
        } catch (IllegalArgumentException unknown) {
            throw ConnectorException.settings("setting 'phone-region' must be a country's two letters, such as VN");
        }
    }
}
