package vn.nhip.app;

/** Values of a list that may be personal: enough to recognise, not enough to copy. */
public final class Masked {

    private static final int SHOWN = 24;

    private Masked() {}

    /** E-mail addresses and long digit runs lose their middle; long texts their end. */
    public static String text(String value) {
        String flat = value.replaceAll("\\s+", " ")
                .replaceAll("[^\\s@,;]+@[^\\s@,;]+", "***@***")
                .replaceAll("(\\d{3})\\d{4,}(\\d{2})", "$1***$2");
        return flat.length() <= SHOWN ? flat : flat.substring(0, SHOWN) + "…";
    }
}
