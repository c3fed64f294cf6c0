package vn.nhip.app;

import java.text.Normalizer;
import java.util.Locale;

/** A name as an id: lower-case, without accents, words joined by hyphens. */
public final class PlainName {

    private PlainName() {}

    /** {@code Cửa hàng Mẫu Đỏ} becomes {@code cua-hang-mau-do}; a name without letters becomes {@code workspace}. */
    public static String of(String name) {
        String plain = letters(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return plain.isEmpty() ? "workspace" : plain;
    }

    /** A text in lower case without accents, as it is typed on a keyboard that has none: {@code Đồng bộ} is {@code dong bo}. */
    public static String letters(String text) {
        return Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
