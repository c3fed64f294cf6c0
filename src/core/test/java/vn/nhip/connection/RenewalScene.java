package vn.nhip.connection;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;

/** A process of its own that renews a token again and again, or stops dead when the provider has answered once. */
final class RenewalScene {

    static final int HALTED = 77;

    private RenewalScene() {}

    /** Arguments: home, where the provider is, whether to stop dead between the answer and the commit. */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        boolean halt = Boolean.parseBoolean(arguments[2]);
        try (Store store = Store.sqlite(home.resolve("nhip.db"))) {
            ConnectionAccess access = access(store, home, URI.create(arguments[1]), halt);
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println("started");
            while (true) {
                store.write(handle -> handle.execute("UPDATE connection SET token_expires_at = 0"));
                access.token();
            }
        }
    }

    private static ConnectionAccess access(Store store, Path home, URI provider, boolean halt) {
        Clock clock = Clock.systemUTC();
        Place place = Place.of(Provider.AUTH, Optional.of(provider));
        GuardedHttp http = new GuardedHttp(Set.of(), place.base(), HttpLimits.STANDARD, clock);
        TokenEndpoint endpoint = new TokenEndpoint(http, place, clock);
        TokenRow row = new TokenRow(store, Keys.open(home.resolve("keys"), store), clock, 1, 1);
        return new ConnectionAccess(row, halt ? halting(endpoint) : endpoint, clock);
    }

    private static Renewal halting(Renewal renewal) {
        return (connection, secrets) -> {
            Grant answered = renewal.renew(connection, secrets);
            Runtime.getRuntime().halt(HALTED);
            return answered;
        };
    }
}
