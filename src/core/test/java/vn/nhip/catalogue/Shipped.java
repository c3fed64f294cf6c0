package vn.nhip.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The catalogue that lies in the project's {@code config/kpis}. */
public final class Shipped {

    public static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("nhip.root"), "nhip.root"));
    public static final Path FOLDER = ROOT.resolve("config/kpis");

    private Shipped() {}

    public static Catalogue catalogue() {
        return CatalogueFiles.read(List.of(FOLDER));
    }
}
