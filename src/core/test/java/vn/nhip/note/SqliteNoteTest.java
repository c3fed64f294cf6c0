package vn.nhip.note;

import vn.nhip.store.Store;

class SqliteNoteTest extends NoteContract {

    @Override
    Store open() {
        return Store.sqlite(folder.resolve("nhip.db"));
    }
}
