package vn.nhip.nights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.connection.Connection;
import vn.nhip.connection.Connections;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.schedule.Chores;
import vn.nhip.schedule.NightShift;
import vn.nhip.store.ScheduleRows;

/** One account, connected and read night after night until nothing of it is owed. */
final class Workspace {

    static final String ACCOUNT = "source";
    static final String CONNECTION = "login";

    private static final int MOST_NIGHTS = 4;
    private static final List<String> FACTS =
            List.of("fact_traffic_day", "fact_traffic_users", "fact_metric_day", "fact_ad_day", "fact_lead");
    private static final List<String> OF_THE_READING =
            List.of("workspace_id", "account_id", "origin", "version", "page_id", "at", "person_id", "hash");
    private static final Chores NONE = new Chores() {
        @Override
        public void refresh() {}

        @Override
        public void publish() {}
    };

    private final Household household;
    private final long id;
    private final Connections connections;
    private final NightShift nights;

    Workspace(Household household, WorkspaceConfig config) {
        this.household = household;
        this.id = household.engine.workspace(config);
        this.connections = new Connections(household.store, household.keys, household.time, id);
        connect();
        this.nights = new NightShift(household.store, household.time, config, household.engine, NONE, Runnable::run);
    }

    private void connect() {
        String provider = household.platform.connector().startsWith("google") ? "google" : "meta";
        connections.put(CONNECTION, provider, household.platform.credential());
    }

    boolean connected() {
        return connections.find(CONNECTION).orElseThrow().standing().state() == Connection.State.OK;
    }

    /** Does what is due now. */
    Workspace night() throws Exception {
        nights.tick().get(90, TimeUnit.SECONDS);
        return this;
    }

    /** A person connects again where that is needed, and the nights go on; the last day that was read to its end. */
    LocalDate untilSettled() throws Exception {
        for (int more = 0; !settled() && more < MOST_NIGHTS; more++) {
            if (!connected()) {
                connect();
            }
            nextNight();
        }
        assertThat(settled()).as("runs %s", runs()).isTrue();
        return LocalDate.now(household.time.withZone(SampleBusiness.ZONE)).minusDays(1);
    }

    /** Does what is due next, when it is due. */
    Workspace nextNight() throws Exception {
        Instant due = new ScheduleRows(household.store, household.time, id)
                .list().stream()
                        .filter(row -> row.subject().equals(ACCOUNT))
                        .map(ScheduleRows.Due::at)
                        .findFirst()
                        .orElseThrow();
        household.time.set(due.isAfter(household.time.instant()) ? due : household.time.instant());
        return night();
    }

    private boolean settled() {
        return household
                        .rows("SELECT * FROM stream_wanted WHERE workspace_id = ?", id)
                        .isEmpty()
                && household
                        .rows(
                                "SELECT 1 FROM sync_run r WHERE workspace_id = ? AND status <> 'succeeded' AND id ="
                                        + " (SELECT MAX(id) FROM sync_run WHERE workspace_id = r.workspace_id"
                                        + " AND stream_id = r.stream_id)",
                                id)
                        .isEmpty()
                && !runs().isEmpty();
    }

    List<String> runs() {
        return household.rows(
                "SELECT stream_id, status, attempt, error_kind, error FROM sync_run WHERE workspace_id = ? ORDER BY id",
                id);
    }

    /** Of which kind the failures of runs were. */
    List<String> failures() {
        return household.rows("SELECT error_kind FROM sync_run WHERE workspace_id = ? AND status = 'failed'", id);
    }

    long notices(String kind) {
        return household
                .rows("SELECT id FROM outbox WHERE workspace_id = ? AND kind = ?", id, kind)
                .size();
    }

    /** In the words of the truth. */
    Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        for (String statement : household.platform.statements()) {
            household.store.read(handle -> handle.createQuery(statement)
                    .bind(0, id)
                    .bind(1, Household.FIRST_DAY.toString())
                    .reduceRows(told, (all, row) -> {
                        String before = all.put(row.getColumn("k", String.class), row.getColumn("v", String.class));
                        assertThat(before).as("one fact a key").isNull();
                        return all;
                    }));
        }
        return told;
    }

    /** Every fact that counts with all that it says, without who read it when. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        for (String table : FACTS) {
            household.store.read(handle -> handle
                    .createQuery(
                            "SELECT * FROM " + table + " WHERE live = 1 AND workspace_id = ? AND day >= ? ORDER BY key")
                    .bind(0, id)
                    .bind(1, Household.FIRST_DAY.toString())
                    .mapToMap()
                    .map(row -> {
                        Map<String, Object> said = new TreeMap<>(row);
                        said.keySet().removeAll(OF_THE_READING);
                        return table + " " + said;
                    })
                    .collectIntoList()
                    .stream()
                    .map(facts::add)
                    .toList());
        }
        return facts;
    }

    /** Each page of a reading stands in the ledger once, none is left out, and none waits to be swapped in. */
    void requireWholeLedger() {
        assertThat(household.rows(
                        "SELECT slice_id, fingerprint, COUNT(*), MIN(seq), MAX(seq) FROM page WHERE workspace_id = ?"
                                + " GROUP BY slice_id, fingerprint HAVING MIN(seq) <> 0 OR COUNT(*) <> MAX(seq) + 1",
                        id))
                .as("readings with pages twice or left out")
                .isEmpty();
        assertThat(household.rows(
                        "SELECT l.name, l.state, l.reading_fingerprint, l.begun_at, l.cursor, l.not_before, p.seq FROM staged_page p JOIN slice l"
                                + " ON l.workspace_id = p.workspace_id AND l.id = p.slice_id WHERE p.workspace_id = ?",
                        id))
                .as("pages left over, after %s", runs())
                .isEmpty();
        assertThat(household.rows("SELECT * FROM quarantine WHERE workspace_id = ?", id))
                .isEmpty();
        for (String table : FACTS) {
            assertThat(household.rows(
                            "SELECT f.key FROM " + table + " f WHERE f.workspace_id = ? AND NOT EXISTS (SELECT 1 FROM"
                                    + " page p WHERE p.workspace_id = f.workspace_id AND p.id = f.page_id)",
                            id))
                    .as("facts of no page")
                    .isEmpty();
        }
    }
}
