package vn.nhip.incident;

import vn.nhip.store.Store;

class SqliteIncidentTest extends IncidentContract {

    @Override
    Store open() {
        return Store.sqlite(folder.resolve("nhip.db"));
    }
}
