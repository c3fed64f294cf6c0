package vn.nhip.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.nhip.spi.ConnectorException;

/** Refuses a workbook that would unpack to more than it should, before anything of it is held in memory. */
final class WorkbookGuard {

    private static final int MAX_PARTS = 10_000;
    private static final long MAX_SHEETS_BYTES = 2L << 30;
    private static final long MAX_HELD_BYTES = 48L << 20; // texts and styles, which the reader keeps in memory
    private static final int MAX_TEXT = 1 << 20; // a cell holds 32,767 characters at most

    private final String name;
    private long held;
    private long sheets;

    private WorkbookGuard(String name) {
        this.name = name;
    }

    static void check(Path file, String name) throws IOException {
        WorkbookGuard guard = new WorkbookGuard(name);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_PARTS) {
                throw guard.refused("has " + zip.size() + " parts");
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream part = zip.getInputStream(entry)) {
                    guard.count(part, entry.getName().startsWith("xl/worksheets/"));
                }
            }
        } catch (ZipException damaged) {
            throw ConnectorException.data(
                    name + ": is no complete XLSX workbook (" + damaged.getMessage() + "); copy it again");
        } catch (IllegalArgumentException badName) {
            throw ConnectorException.data(name + ": is a damaged XLSX workbook; copy it again");
        }
    }

    private void count(InputStream part, boolean sheet) throws IOException {
        byte[] some = new byte[1 << 16];
        int sinceTag = 0;
        for (int count = part.read(some); count >= 0; count = part.read(some)) {
            for (int at = 0; at < count; at++) {
                sinceTag = some[at] == '<' ? 0 : sinceTag + 1;
                if (sinceTag > MAX_TEXT) {
                    throw refused("holds a single text of more than " + MAX_TEXT + " bytes");
                }
            }
            sheets += sheet ? count : 0;
            held += sheet ? 0 : count;
            if (sheets > MAX_SHEETS_BYTES || held > MAX_HELD_BYTES) {
                throw refused("unpacks to too many bytes");
            }
        }
    }

    private ConnectorException refused(String why) {
        return ConnectorException.data(
                name + ": the workbook " + why + "; save the sheet as CSV (UTF-8), or split it, and use that file");
    }
}
