package vn.nhip.web;

import java.net.URI;
import java.util.Optional;

/**
 * Where the screen is served, always on loopback only.
 *
 * <p>Shape: {@code publicUrl} is the address of a reverse proxy in front, the only other name that requests may come
 * by; {@code openToAll} lets everybody on this machine in as an editor, for sample figures.
 */
public record WebSettings(int port, Optional<URI> publicUrl, boolean openToAll) {

    /** The port unless another one is named. */
    public static final int PORT = 8484;

    boolean secure() {
        return publicUrl.filter(address -> "https".equals(address.getScheme())).isPresent();
    }
}
