package vn.nhip.review;

import vn.nhip.store.Store;

class SqliteReviewTest extends ReviewContract {

    @Override
    Store open() {
        return Store.sqlite(folder.resolve("nhip.db"));
    }
}
