package vn.nhip.login;

import vn.nhip.store.Store;

class SqliteLoginTest extends LoginContract {

    @Override
    Store open() {
        return Store.sqlite(folder.resolve("nhip.db"));
    }
}
