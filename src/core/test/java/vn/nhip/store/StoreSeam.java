package vn.nhip.store;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Opens a store through a seam, for tests of other packages. */
public final class StoreSeam {

    private StoreSeam() {}

    public static Store sqlite(Path file, UnaryOperator<DataSource> seam) {
        return Store.sqlite(file, seam);
    }
}
