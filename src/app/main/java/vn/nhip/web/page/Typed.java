package vn.nhip.web.page;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.nhip.catalogue.Unit;

/** A number as somebody types it in the language of the page; ratios are typed in per cent. What could mean two things is no number. */
public record Typed(boolean vietnamese, Unit unit) {

    private static final Pattern POINTS = Pattern.compile("-?(\\d{1,15}|\\d{1,3}(\\.\\d{3}){1,4})(,\\d{1,4})?");
    private static final Pattern COMMAS = Pattern.compile("-?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,4})?");
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    /** The number, or nothing when it is none. */
    public Optional<BigDecimal> number(String typed) {
        String bare = typed.replaceAll("[\\s\\u00A0₫đ%]|VND", "");
        Pattern form = vietnamese ? POINTS : COMMAS;
        if (!form.matcher(bare).matches()) {
            return Optional.empty();
        }
        String plain = vietnamese ? bare.replace(".", "").replace(',', '.') : bare.replace(",", "");
        BigDecimal number = new BigDecimal(plain);
        BigDecimal value = unit == Unit.RATIO ? number.movePointLeft(2) : number;
        boolean meant = value.abs().compareTo(unit == Unit.RATIO ? BigDecimal.ONE : LARGEST) <= 0;
        return Optional.of(value).filter(any -> meant);
    }

    /** As it stands in the field. */
    String shown(BigDecimal value) {
        BigDecimal number = unit == Unit.RATIO ? value.movePointRight(2) : value;
        String plain = number.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String grouped = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", vietnamese ? "." : ",");
        return point < 0 ? grouped : grouped + (vietnamese ? "," : ".") + plain.substring(point + 1);
    }
}
