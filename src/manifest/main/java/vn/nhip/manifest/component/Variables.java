package vn.nhip.manifest.component;

import java.util.HashSet;
import java.util.Set;

/** Which variables an expression may look up, by where it stands. */
final class Variables {

    static final Set<String> CONFIG = Set.of("config");
    static final Set<String> SESSION = with(CONFIG, "session_token");
    static final Set<String> SLICE = with(CONFIG, "stream_slice", "stream_partition", "stream_interval");
    static final Set<String> REQUEST =
            with(SLICE, "next_page_token", "creation_response", "polling_response", "download_target");
    static final Set<String> RECORD = with(REQUEST, "record");
    static final Set<String> REPLY = with(CONFIG, "response", "headers");
    static final Set<String> PAGING = with(REPLY, "last_record", "last_page_size");

    private Variables() {}

    static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
