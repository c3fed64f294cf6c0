package vn.nhip.app;

import java.util.List;
import vn.nhip.store.Balance;
import vn.nhip.store.QuotaLedger;
import vn.nhip.store.Store;
import vn.nhip.store.SuspiciousSlices;
import vn.nhip.store.VanishedFiles;
import vn.nhip.sync.SyncEngine;
import vn.nhip.sync.SyncPlan;
import vn.nhip.sync.SyncReport;
import vn.nhip.sync.SyncRequest;

/** What there is to do about reading, beside reading itself: ending it, what it would do, what sources still allow, what is doubted. */
public final class Syncing {

    private final Workplace workplace;
    private final SyncEngine engine;
    private final Store store;
    private final long workspace;

    Syncing(Workplace workplace, SyncEngine engine, Store store, long workspace) {
        this.workplace = workplace;
        this.engine = engine;
        this.store = store;
        this.workspace = workspace;
    }

    /** Ends the reading of an account after its present page; what is committed stays, the next one goes on from there. */
    public boolean cancel(String account) {
        return engine.cancel(workplace.config(), account);
    }

    /** What sources last said of their quotas. */
    public List<QuotaLedger.Level> quotas() {
        return new QuotaLedger(store, workplace.clock()).levels(workspace);
    }

    /** Has every value computed anew at the next refresh, if settings that values depend on have changed. */
    public void noteSettings() {
        engine.workspace(workplace.config());
    }

    /** What a sync of the account would ask its source for. */
    public SyncPlan plan(String account, SyncRequest request) {
        return engine.plan(workplace.config(), account, request);
    }

    /** Slices whose new content was not believed. */
    List<SuspiciousSlices.Suspicious> suspicious() {
        return new SuspiciousSlices(store, workspace).list();
    }

    /** Days whose parts do not add up to the source's own total, newest first. */
    List<Balance.Unbalanced> unbalanced() {
        return new Balance(store, workplace.clock()).list(workspace);
    }

    /** Withdraws all that a vanished file gave; what goes wrong stands in the report. */
    public SyncReport forget(String account, String file) {
        return engine.forget(workplace.config(), account, file);
    }

    /** Files that are gone while their facts still count. */
    public List<VanishedFiles.Vanished> vanishedFiles() {
        return new VanishedFiles(store, workspace).list();
    }
}
