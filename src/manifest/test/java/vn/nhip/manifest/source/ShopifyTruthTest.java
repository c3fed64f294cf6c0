package vn.nhip.manifest.source;

/** Shopify brings the truth. */
class ShopifyTruthTest extends TruthContract {

    ShopifyTruthTest() {
        super(new Shopify());
    }
}
