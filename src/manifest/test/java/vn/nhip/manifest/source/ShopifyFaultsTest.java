package vn.nhip.manifest.source;

/** Shopify under every fault of HTTP. */
class ShopifyFaultsTest extends FaultContract {

    ShopifyFaultsTest() {
        super(new Shopify());
    }
}
