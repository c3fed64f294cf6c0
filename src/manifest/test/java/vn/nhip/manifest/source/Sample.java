package vn.nhip.manifest.source;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Fact;

/** One source as the tests need it: its folder, its credential, its face, and what the truth looks like through it. */
interface Sample {

    /** The name of the folder. */
    String id();

    /** What the vendor answers while this is the truth. */
    RestService service(Supplier<Truth> truth, Clock clock);

    /** The facts that the source has of this truth, in any order, for an account in this zone. */
    List<Fact> facts(Truth truth, ZoneId zone);

    /** The requests that faults are tried at, by a name such as {@code first page}. */
    Map<String, Predicate<RestAsk>> places();

    /** The token of the connection. */
    default String token() {
        return "token-of-the-test-1";
    }

    default Map<String, String> settings() {
        return Map.of();
    }

    default Map<String, String> secrets() {
        return Map.of();
    }

    /** The defaults of its optional settings. */
    default Map<String, String> defaults() {
        return Map.of();
    }

    /** Faults that this vendor words otherwise, by name, or by place and name. */
    default Map<String, Kind> exceptions() {
        return Map.of();
    }
}
