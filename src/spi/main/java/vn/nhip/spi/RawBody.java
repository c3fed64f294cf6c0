package vn.nhip.spi;

/**
 * The answer as the source gave it, for the walk back from a number.
 *
 * <p>Shape: {@code request} in words without secrets (a path, a file name and lines), {@code bytes} the body with
 * credentials stripped. The array is handed over, not copied.
 */
@SuppressWarnings("ArrayRecordComponent") // a page body may be megabytes: it is handed over once, never compared
public record RawBody(String request, String mediaType, byte[] bytes) {

    @Override
    public String toString() {
        return request + " (" + bytes.length + " bytes of " + mediaType + ")";
    }
}
