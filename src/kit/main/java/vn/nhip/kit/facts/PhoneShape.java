package vn.nhip.kit.facts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Map;

/** Phone numbers in E.164 form; one without country code belongs to the declared region. */
final class PhoneShape implements Shape {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int VIETNAM = 84;
    private static final int OLD_MOBILE_DIGITS = 10;
    private static final int OLD_PREFIX_DIGITS = 3;

    /** Vietnam's mobile numbers lost a digit in 2018; lists still hold the old ones. Without the leading 0. */
    private static final Map<String, String> NEW_PREFIXES = Map.ofEntries(
            Map.entry("162", "32"),
            Map.entry("163", "33"),
            Map.entry("164", "34"),
            Map.entry("165", "35"),
            Map.entry("166", "36"),
            Map.entry("167", "37"),
            Map.entry("168", "38"),
            Map.entry("169", "39"),
            Map.entry("120", "70"),
            Map.entry("121", "79"),
            Map.entry("122", "77"),
            Map.entry("126", "76"),
            Map.entry("128", "78"),
            Map.entry("123", "83"),
            Map.entry("124", "84"),
            Map.entry("125", "85"),
            Map.entry("127", "81"),
            Map.entry("129", "82"),
            Map.entry("186", "56"),
            Map.entry("188", "58"),
            Map.entry("199", "59"));

    private final String region;

    private PhoneShape(String region) {
        this.region = region;
    }

    static PhoneShape of(String region) {
        if (!NUMBERS.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException(region);
        }
        return new PhoneShape(region);
    }

    @Override
    public Object ofText(String text) {
        try {
            PhoneNumber number = renewed(NUMBERS.parse(text, region));
            if (NUMBERS.isValidNumber(number)) {
                return NUMBERS.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException notThis) {
            throw refusal();
        }
        throw refusal();
    }

    private static PhoneNumber renewed(PhoneNumber number) {
        String national = Long.toString(number.getNationalNumber());
        if (number.getCountryCode() != VIETNAM || national.length() != OLD_MOBILE_DIGITS) {
            return number;
        }
        String renewed = NEW_PREFIXES.get(national.substring(0, OLD_PREFIX_DIGITS));
        return renewed == null
                ? number
                : number.setNationalNumber(Long.parseLong(renewed + national.substring(OLD_PREFIX_DIGITS)));
    }

    private Refusal refusal() {
        return Refusal.of("is no phone number, nor one of region " + region + " without its country code");
    }
}
