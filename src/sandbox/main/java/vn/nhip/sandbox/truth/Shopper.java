package vn.nhip.sandbox.truth;

/**
 * One person as the business could recognise them: an id, an e-mail and a phone, all made up, and no name.
 *
 * <p>Shape: a {@code member} stands in the CRM with both e-mail and phone, so that purchases under either are one
 * person's. A marketplace buyer is known by {@code id} only.
 */
public record Shopper(String id, String email, String phone, Kind kind, boolean member) {

    public enum Kind {
        /** Buys in the shop, online, or both. */
        RETAIL,
        /** Buys on Shopee, which hides e-mail and phone. */
        MARKETPLACE,
        /** Buys wholesale under a yearly contract. */
        PARTNER
    }
}
