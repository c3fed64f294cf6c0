package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** WooCommerce under every fault of HTTP. */
@Tag("release")
class WoocommerceFaultsTest extends FaultContract {

    WoocommerceFaultsTest() {
        super(new Woocommerce());
    }
}
