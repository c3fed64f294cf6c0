package vn.nhip.store;

import vn.nhip.spi.Page;

/**
 * Makes the pages of one reading ready for their commit, in order, without the database: by one thread, which may be
 * another than the one that commits.
 */
public final class Sealer {

    private final Feed feed;
    private final Keys keys;
    private final Reading reading;
    private final PersonNames names;
    private final Rows rows;
    private int next;

    Sealer(Feed feed, Keys keys, Reading reading) {
        this.feed = feed;
        this.keys = keys;
        this.reading = reading;
        this.names = new PersonNames(keys, feed.account());
        this.rows = new Rows(feed.businessZone(), names);
        this.next = reading.nextPage();
    }

    /** The page after the last one that was sealed. */
    public SealedPage seal(Page page) {
        String place = SealedPage.place(feed.workspace(), reading.sliceId(), reading.name(), next);
        SealedPage sealed = SealedPage.of(page, rows, names, keys, place);
        next++;
        return sealed;
    }
}
