package vn.nhip.connector.metaads;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.spi.Secret;

/** Where calls go, in which version, and whose limits they are counted against ({@code account} and {@code app}). */
record GraphPlace(
        URI base,
        String version,
        GuardedHttp http,
        Optional<Secret> appSecret,
        String account,
        String app,
        Clock clock) {}
