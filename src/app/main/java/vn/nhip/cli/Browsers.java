package vn.nhip.cli;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser of whoever sits at this machine, where there is one. */
final class Browsers {

    private static final Logger LOG = LoggerFactory.getLogger(Browsers.class);

    private Browsers() {}

    static void open(URI address) {
        try {
            if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
                Desktop.getDesktop().browse(address);
            }
        } catch (IOException | UnsupportedOperationException noBrowser) {
            LOG.debug("no browser to open; the address stands in the terminal");
        }
    }
}
