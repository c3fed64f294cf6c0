package vn.nhip.store;

import java.util.function.UnaryOperator;
import javax.sql.DataSource;

class SqliteStoreTest extends StoreContract {

    @Override
    Store open(UnaryOperator<DataSource> seam) {
        return Store.sqlite(folder.resolve("nhip.db"), seam);
    }
}
