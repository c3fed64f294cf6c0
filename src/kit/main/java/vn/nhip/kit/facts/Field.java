package vn.nhip.kit.facts;

import java.util.Map;
import java.util.TreeSet;

/** One declared field: where it stands, what is taken off or translated first, and the shape of the rest. */
record Field(String name, String column, Presence presence, Cleaning cleaning, Shape shape) {

    /** What becomes of an empty cell and, where declared, of a phone or e-mail that is none. */
    record Presence(boolean optional, boolean badIsAbsent) {}

    /** What happens to the text before its shape is read. */
    record Cleaning(String suffix, Map<String, String> translations, boolean elseRefuse) {

        Cleaning {
            translations = Map.copyOf(translations);
        }

        boolean changesNothing() {
            return suffix.isEmpty() && translations.isEmpty();
        }

        String clean(String text) {
            String bare = suffix.isEmpty() || !text.endsWith(suffix)
                    ? text
                    : CellText.clean(text.substring(0, text.length() - suffix.length()));
            if (translations.isEmpty()) {
                return bare;
            }
            String translated = translations.get(bare);
            if (translated == null && elseRefuse && !bare.isEmpty()) {
                throw Refusal.of(
                        "is none of the declared values: " + String.join(", ", new TreeSet<>(translations.keySet())));
            }
            return translated == null ? bare : translated;
        }
    }
}
