package vn.nhip.manifest.source;

/** WooCommerce keeps the connector contract. */
class WoocommerceContractTest extends SourceContract {

    WoocommerceContractTest() {
        super(new Woocommerce());
    }
}
