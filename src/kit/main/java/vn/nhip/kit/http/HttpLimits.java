package vn.nhip.kit.http;

import java.time.Duration;

/**
 * How long a call may take and how much may come back.
 *
 * <p>Units: {@code read} is the longest silence, {@code call} the whole from the name's resolution to the last byte, which
 * a source that drips cannot stretch; {@code body} bytes are counted after decompression.
 */
public record HttpLimits(Duration connect, Duration read, Duration call, long body) {

    /** 10 s to connect, 30 s of silence, 120 s in all, 32 MB. */
    public static final HttpLimits STANDARD =
            new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(120), 32L << 20);
}
