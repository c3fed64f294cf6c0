package vn.nhip.connector.metaads;

import com.facebook.ads.sdk.AdsActionStats;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.ConnectorException;

/**
 * How long after a click or a view a conversion still counts for the ad.
 *
 * <p>Shape: at most one window each for clicks, engaged views and views, so that no conversion is in two of them; their
 * sum is what Ads Manager shows for the same setting.
 */
record Attribution(List<Window> windows) {

    /** One window as the request names it and as Ads Manager does. */
    private record Window(String id, String action, String words, Function<AdsActionStats, @Nullable String> value) {}

    private static final Map<String, Window> OFFERED = Stream.of(
                    new Window("1d_click", "click", "1-day click", AdsActionStats::getField1dClick),
                    new Window("7d_click", "click", "7-day click", AdsActionStats::getField7dClick),
                    new Window("28d_click", "click", "28-day click", AdsActionStats::getField28dClick),
                    new Window("1d_ev", "engaged view", "1-day engaged view", AdsActionStats::getField1dEv),
                    new Window("1d_view", "view", "1-day view", AdsActionStats::getField1dView))
            .collect(Collectors.toMap(Window::id, window -> window, (one, other) -> one, LinkedHashMap::new));

    private static final List<String> REMOVED = List.of("7d_view", "28d_view");

    /**
     * The setting as the user wrote it.
     *
     * @throws ConnectorException SETTINGS, with the reason, for windows that are unknown, gone, or count the same twice
     */
    static Attribution of(String setting) {
        List<String> wanted =
                Arrays.stream(setting.split(",", -1)).map(String::strip).toList();
        wanted.stream().filter(REMOVED::contains).findFirst().ifPresent(gone -> {
            throw refused("'" + gone + "' was removed by Meta on 2026-01-12 and would come back empty; use '1d_view'");
        });
        wanted.stream().filter(id -> !OFFERED.containsKey(id)).findFirst().ifPresent(unknown -> {
            throw refused("'" + unknown + "' is no window; there are " + String.join(", ", OFFERED.keySet()));
        });
        List<Window> windows = OFFERED.values().stream()
                .filter(window -> wanted.contains(window.id()))
                .toList();
        if (windows.stream().map(Window::action).distinct().count() < wanted.size()) {
            throw refused(
                    "two windows of the same kind would count a conversion twice; keep one for clicks, one for views");
        }
        return new Attribution(windows);
    }

    private static ConnectorException refused(String why) {
        return ConnectorException.settings("setting 'attribution-windows': " + why);
    }

    /** The windows as a request names them: {@code ["7d_click","1d_view"]}. */
    String parameter() {
        return windows.stream().map(Window::id).collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    /** The setting as Ads Manager writes it, which is stored with each figure. */
    String text() {
        return windows.stream().map(Window::words).collect(Collectors.joining(" or "));
    }

    /** The sum over the windows; nothing when the answer splits a value by none of them. */
    Optional<BigDecimal> sum(AdsActionStats action) {
        return windows.stream()
                .map(window -> Optional.ofNullable(window.value().apply(action)))
                .flatMap(Optional::stream)
                .map(Figures::number)
                .reduce(BigDecimal::add);
    }
}
