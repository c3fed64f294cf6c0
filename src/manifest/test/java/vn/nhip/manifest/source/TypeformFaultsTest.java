package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** Typeform under every fault of HTTP. */
@Tag("release")
class TypeformFaultsTest extends FaultContract {

    TypeformFaultsTest() {
        super(new Typeform());
    }
}
