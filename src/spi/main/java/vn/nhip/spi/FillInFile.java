package vn.nhip.spi;

import java.io.IOException;
import java.io.OutputStream;

/** Makes the empty file that people fill in by hand: an optional capability of a {@link ConnectorFactory}. */
public interface FillInFile {

    /** Writes the empty file; the stream stays open. */
    void writeEmpty(OutputStream target) throws IOException;
}
