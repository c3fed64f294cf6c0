package vn.nhip.manifest.source;

/** Shopify keeps the connector contract. */
class ShopifyContractTest extends SourceContract {

    ShopifyContractTest() {
        super(new Shopify());
    }
}
