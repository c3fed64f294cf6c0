package vn.nhip.manifest.source;

/** WooCommerce brings the truth. */
class WoocommerceTruthTest extends TruthContract {

    WoocommerceTruthTest() {
        super(new Woocommerce());
    }
}
