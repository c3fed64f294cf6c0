package vn.nhip.handout;

import vn.nhip.store.Store;

class SqliteHandoutTest extends HandoutContract {

    @Override
    Store open() {
        return Store.sqlite(folder.resolve("nhip.db"));
    }
}
